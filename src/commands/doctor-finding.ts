/** What `doctor` has to say of one thing. */
export interface Finding {
  readonly level: "ok" | "note" | "problem";
  readonly what: string;
  /** What to do; of a problem always. */
  readonly advice?: string;
}
