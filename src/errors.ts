/** Failures that were foreseen: each becomes one line on stderr and an exit code. */

export const ExitCode = {
  done: 0,
  failed: 1,
  wrongUsage: 2,
  userFiles: 3,
  interrupted: 130,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** A failure that the user is told about in one line: `what` failed, and what to do (`advice`). */
export class ForeseenError extends Error {
  readonly exitCode: ExitCode;
  readonly advice: string | undefined;
  /** What the advice is to choose from: on a terminal a line each. */
  readonly choices: readonly string[] = [];

  constructor(exitCode: ExitCode, what: string, advice?: string, cause?: unknown) {
    super(what, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.exitCode = exitCode;
    this.advice = advice;
  }
}

/** The command line asks for something that does not exist: exit code 2. */
export class UsageError extends ForeseenError {
  constructor(what: string, advice?: string) {
    super(ExitCode.wrongUsage, what, advice);
  }
}

/** The question was sound and the answer is empty: exit code 1. */
export class NothingFoundError extends ForeseenError {
  override readonly choices: readonly string[];

  constructor(what: string, advice?: string, choices: readonly string[] = []) {
    super(ExitCode.failed, what, advice);
    this.choices = choices;
  }
}

/** Something outside failed that the user can mend, such as a full disk under the output: exit code 1. */
export class FailedError extends ForeseenError {
  constructor(what: string, advice?: string, cause?: unknown) {
    super(ExitCode.failed, what, advice, cause);
  }
}

/** A file that belongs to the user cannot be read or written: exit code 3. */
export class UserFilesError extends ForeseenError {
  constructor(what: string, advice?: string, cause?: unknown) {
    super(ExitCode.userFiles, what, advice, cause);
  }
}

/** There is no place where files of the user's could be. */
export function noHomeFor(files: string): UserFilesError {
  return new UserFilesError(`there is no home folder for ${files}`, "set HOME or CSTIP_HOME");
}

/** The user pressed Ctrl-C: nothing is said, and 130 is the exit code. */
export class Interrupted extends ForeseenError {
  constructor() {
    super(ExitCode.interrupted, "interrupted");
  }
}
