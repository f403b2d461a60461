/** What is said of a text where it is shown, and is known again where that is imported. */

/** The text of such a tip says what its opening says. */
export const OPENING_NOTE = "Written from the opening of the tip; the actions are our own.";

export const ORIGINAL_NOTE = "The original text, from your own library.";
export const ONLY_OPENING = "Only the opening of this tip is known.";
