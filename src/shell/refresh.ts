/**
 * Renders the banners ahead again, for sh: what every shell starts in the background. Its arguments are their folder
 * and, where the shell has missed it, the file: another may have made it while this one came to the lock. Making the
 * lock is one system call that only the first of many shells gets done; one that a failed refresh has left is taken
 * away after ten minutes, or at once where it is from the future. The files are for all shells, so what is set in this
 * one alone does not count. Where there is a `setsid`, the end of the terminal is not the end of it.
 */
const SCRIPT = [
  "trap '' HUP",
  "umask 077",
  'mkdir -p "$1" || exit',
  // One from the future, when the clock was wrong, too. Two minutes, as that of files lags behind that of processes.
  'find "$1/lock" \\( -mmin +9 -o ! -mmin +-2 \\) -exec rm -f {} +',
  "set -C",
  ': >"$1/lock" || exit',
  '[ -z "$2" ] || [ ! -e "$2" ] || exec rm -f "$1/lock"',
  "unset CSTIP_BANNER CSTIP_COLOR CSTIP_WIDTH",
  "exec $(command -v setsid) cstip banner --refresh",
].join("; ");

/** The script as one word, in double quotes, as bash, zsh and fish all read it. */
export const REFRESH = `"${SCRIPT.replace(/["$\\]/g, "\\$&")}"`;
