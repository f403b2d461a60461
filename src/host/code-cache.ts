import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { makeFolder } from "./files.ts";
import { isOurs, isOursAlone } from "./own.ts";

/**
 * V8's compiled code of this program's files, kept in the user's cache folder: half of a short run is compiling. Code
 * is run from there, so only what nobody but the user can have written is taken. Nothing here fails: without a cache
 * the files are compiled.
 */

type Load = (file: string) => unknown;

/** A program's file, before its `require` and the others are handed to it. */
type Wrapped = (
  exports: unknown,
  require: Load,
  module: { exports: unknown },
  path: string,
  folder: string,
) => void;

/**
 * How to load files of a folder, and what they load in turn. `kept` is where their code is kept: a folder of this
 * version of the program, which is made; undefined keeps nothing.
 */
export function loaderOf(folder: string, kept: string | undefined): Load {
  const load: Load = (file) => require(file.startsWith("./") ? join(folder, file) : file);
  if (kept === undefined || !mayKeep() || !prepare(kept)) return load;
  const enableCompileCache = nodesOwn();
  if (!enableCompileCache) return keptLoader(folder, join(kept, `${process.version}-${process.arch}`));
  // Node makes a folder in it, as open as the umask lets it.
  const umask = process.umask(0o077);
  enableCompileCache(kept);
  process.umask(umask);
  return load;
}

/** What Node has for this from 22 on. Where it has not, its module would be loaded for nothing. */
function nodesOwn(): ((folder: string) => unknown) | undefined {
  if (Number.parseInt(process.versions.node, 10) < 22) return undefined;
  const module: { enableCompileCache?: (folder: string) => unknown } = require("node:module");
  return module.enableCompileCache;
}

/** Other flags make other code: it would be rejected and written anew by turns. */
function mayKeep(): boolean {
  const { NODE_OPTIONS, NODE_DISABLE_COMPILE_CACHE } = process.env;
  return !NODE_OPTIONS && !NODE_DISABLE_COMPILE_CACHE && process.execArgv.length === 0;
}

/** Makes the folder where it is not there. Answers whether it is the user's alone. */
function prepare(folder: string): boolean {
  try {
    const status = lstatSync(folder, { throwIfNoEntry: false });
    if (status) return status.isDirectory() && isOursAlone(status);
    if (!isOurs(folder)) return false;
    makeFolder(folder);
    return isOursAlone(lstatSync(folder));
  } catch {
    return false;
  }
}

/** What Node 22 does by itself, for Node 20. */
function keptLoader(folder: string, kept: string): Load {
  const modules = new Map<string, { exports: unknown }>();
  const load: Load = (file) => {
    if (!file.startsWith("./")) return require(file);
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    const path = join(folder, file);
    compile(path, `${join(kept, file)}.code`)(module.exports, load, module, path, folder);
    return module.exports;
  };
  return prepare(kept) ? load : (file) => require(join(folder, file));
}

/** What is to be kept at the end: the functions that ran by then are compiled too, and are kept with the rest. */
const atExit: (() => void)[] = [];

function compile(path: string, kept: string): Wrapped {
  const text = readFileSync(path);
  const cachedData = readCode(kept, text);
  const source = `(function(exports,require,module,__filename,__dirname){${text.toString("utf8")}\n})`;
  const script = new Script(source, { filename: path, cachedData });
  if (!cachedData || script.cachedDataRejected) {
    // One listener for all: Node warns, on the user's screen, of more than ten.
    if (atExit.length === 0) process.once("exit", () => atExit.map((write) => write()));
    atExit.push(() => writeCode(kept, text, script));
  }
  return script.runInThisContext() as Wrapped;
}

/**
 * What is kept of a file: its text, and the code twice. V8 looks at no more than the length of the text, and crashes
 * where the code is damaged; to compare all of it takes less time than any checksum.
 */
function readCode(path: string, text: Buffer): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const status = fstatSync(descriptor);
    if (!status.isFile() || !isOursAlone(status)) return undefined;
    const kept = readFileSync(descriptor);
    const middle = (text.length + kept.length) / 2;
    const code = kept.subarray(text.length, middle);
    const sound = kept.subarray(0, text.length).equals(text) && code.equals(kept.subarray(middle));
    return sound ? code : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function writeCode(path: string, text: Buffer, script: Script): void {
  const temporary = `${path}.${process.pid}`;
  let descriptor: number | undefined;
  try {
    // First, since where it cannot be written it need not be made.
    descriptor = openSync(temporary, "wx", 0o600);
    const code = script.createCachedData();
    const kept = Buffer.concat([text, code, code]);
    if (writeSync(descriptor, kept) === kept.length) renameSync(temporary, path);
    else rmSync(temporary);
  } catch {
    if (descriptor !== undefined) rmSync(temporary, { force: true });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
