/** How a line of the journal begins that we wrote: whatever the digits of its time are, they say nothing of the rest. */

const TIME = '{"at":"2026-11-23T08:00:00.000';
const EVENT = 'Z","event":"';

/** The bytes up to the end of the time, but for its last letter: that no field of another name ends there, which is no time. */
export const HEAD_LENGTH = TIME.length;
/** From there on the bytes up to the kind of event. */
export const KIND = EVENT.length;

/** What each byte is, in the bits that do not differ: of a digit the half that says that it is one. */
export const HEAD = new TextEncoder().encode(TIME + EVENT);
export const HEAD_BITS = HEAD.map((letter) => (isDigit(letter) ? 0xf0 : 0xff));
for (const [at, bits] of HEAD_BITS.entries()) HEAD[at] = (HEAD[at] as number) & bits;

function isDigit(letter: number): boolean {
  return letter >= 48 && letter <= 57;
}

const OURS = /^\{"at":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z","event":"/;

/** Whether a line is as ours are, up to the kind of event. */
export function isAsOurs(line: string): boolean {
  return OURS.test(line);
}

/** Whether one begins so at a place among bytes: it is asked of millions that do not, and of few others. */
export function beginsAsOurs(bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < HEAD.length; index++) {
    if (((bytes[at + index] as number) & (HEAD_BITS[index] as number)) !== HEAD[index]) return false;
  }
  return true;
}
