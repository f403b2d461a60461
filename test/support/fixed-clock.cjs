/** Loaded before the program: the clock stands at CSTIP_TEST_NOW. */
const now = new Date(process.env.CSTIP_TEST_NOW).getTime();
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [now] : args));
  }
  static now() {
    return now;
  }
};
