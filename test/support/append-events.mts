import { JournalFile } from "../../src/host/journal.ts";

/** A process of its own that appends as fast as it can: mostly what is there already, now and then what is not. */
const [folder = "", name = "", count = "0"] = process.argv.slice(2);
const journal = new JournalFile(folder, (text) => console.error(text));
for (let index = 0; index < Number(count); index++) {
  const tip = index % 50 === 0 ? `${name}-${index}` : "usual";
  if (!journal.append({ event: "read", tip })) process.exitCode = 1;
}
