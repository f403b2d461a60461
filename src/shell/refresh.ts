/**
 * Renders the banners ahead again, for sh, with their folder as its argument: what every shell starts in the
 * background. Making the lock is one system call that only the first of many shells gets done; one that a failed
 * refresh has left is taken away after ten minutes. Where there is a `setsid`, the end of the terminal is not the end of it.
 */
const SCRIPT = [
  "trap '' HUP",
  "umask 077",
  'mkdir -p "$1" || exit',
  'find "$1/lock" -mmin +9 -exec rm -f {} +',
  "set -C",
  ': >"$1/lock" || exit',
  "exec $(command -v setsid) cstip banner --refresh",
].join("; ");

/** The script as one word, in double quotes, as bash, zsh and fish all read it. */
export const REFRESH = `"${SCRIPT.replace(/["$\\]/g, "\\$&")}"`;
