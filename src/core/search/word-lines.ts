/** The lines of a table of words, each as its words. */
export function wordLines(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split("\n")
    .map((line) => line.split(" "));
}
