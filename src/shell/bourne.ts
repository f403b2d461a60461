import { REFRESH } from "./refresh.ts";
import type { Every, SnippetSetup } from "./snippet.ts";

/** The body that bash and zsh share. Its words are builtins by name, so that no function of the same name is called. */

export interface Dialect {
  /** Sets `_ct_today` to the day on the user's own calendar, such as `20261127`. */
  readonly today: string;
  /** Fails where no program `cstip` is to be found. */
  readonly findProgram: string;
  /** The text after `-c`, where the shell was started for that alone. */
  readonly commandText: string;
  /** Holds where others may not write to the folder and file, as far as the shell can tell. */
  readonly isPrivate: string;
  /** Sets what `control` needs; empty where it needs nothing. */
  readonly prepareControl: string;
  /** The pattern of a control character. */
  readonly control: string;
}

/** What stands for the time in which it is shown once, where it is not shown in every login or shell. */
const UNITS: Readonly<Record<Every, string>> = {
  login: "",
  shell: "",
  day: "$_ct_today",
  week: "$_ct_to",
};

/** The variables that the body uses, each with the same beginning: to be made local, or taken away. */
export const VARIABLES = [
  "_ct_cache _ct_config _ct_data _ct_home _ct_dir _ct_file _ct_width _ct_today _ct_control",
  "_ct_found _ct_form _ct_inputs _ct_program _ct_from _ct_to _ct_text _ct_line _ct_shown",
];

/** The commands of a function that shows the banner, or returns without. What they say on stderr is to be thrown away. */
export function bourneBody({ every, usual }: SnippetSetup, dialect: Dialect): string {
  return [
    quietPlaces(every, dialect),
    places(usual),
    VARIANT,
    record(dialect),
    refresh(dialect),
    show(UNITS[every]),
  ].join("\n");
}

/** A restricted shell cannot redirect. */
function quietPlaces(every: Every, { commandText }: Dialect): string {
  const shown = every === "shell" ? `\${CSTIP_SHOWN-} == "$$"` : `-n \${CSTIP_SHOWN-}`;
  return `
  # Nothing where nobody reads it, or where it was shown.
  [[ $- == *i* && $- != *r* && -t 1 && -z \${${commandText}-}\${__p9k_instant_prompt_active-} && \${TERM-dumb} != dumb ]] || return
  case \${CI-}/\${CSTIP_DISABLE-} in / | 0/ | false/ | /0 | 0/0 | false/0) ;; *) return ;; esac
  case \${CSTIP_BANNER-} in 0 | off | no | false) return ;; esac
  [[ ${shown} || -e \${HOME-}/.hushlogin ]] && return`.slice(1);
}

function places({ cache, config, data }: SnippetSetup["usual"]): string {
  return `
  # The folders of cstip.
  case \${HOME-} in /*) _ct_home=$HOME ;; *) _ct_home= ;; esac
  _ct_cache=\${_ct_home:+$_ct_home/${cache}}
  _ct_config=\${_ct_home:+$_ct_home/${config}}
  _ct_data=\${_ct_home:+$_ct_home/${data}}
  case \${XDG_CACHE_HOME-} in /*) _ct_cache=$XDG_CACHE_HOME/cstip ;; esac
  case \${XDG_CONFIG_HOME-} in /*) _ct_config=$XDG_CONFIG_HOME/cstip ;; esac
  case \${XDG_DATA_HOME-} in /*) _ct_data=$XDG_DATA_HOME/cstip ;; esac
  case \${CSTIP_HOME-} in /*) _ct_cache=$CSTIP_HOME _ct_config=$CSTIP_HOME _ct_data=$CSTIP_HOME ;; esac
  [[ -n $_ct_cache ]] || return
  _ct_dir=$_ct_cache/banner`.slice(1);
}

const VARIANT = `
  # The file for this width and locale.
  case \${COLUMNS-} in
  [1-9] | 1[0-9]) return ;;
  [23][0-9]) _ct_width=20 ;;
  [45][0-9]) _ct_width=40 ;;
  [67][0-9]) _ct_width=60 ;;
  *) _ct_width=80 ;;
  esac
  case \${LC_ALL:-\${LC_CTYPE:-\${LANG-}}}:\${OSTYPE-} in
  *[Uu][Tt][Ff]8*:* | *[Uu][Tt][Ff]-8*:* | :darwin*) _ct_file=$_ct_dir/utf8-$_ct_width ;;
  *) _ct_file=$_ct_dir/ascii-$_ct_width ;;
  esac`.slice(1);

/** `_ct_found` ends as fresh, stale or none, as of a line that was cut off. */
const record = ({ today, isPrivate, prepareControl, control }: Dialect) =>
  `
  # This week's lines: fresh, stale (shown, and rendered anew) or none.
${today}
  _ct_found=none _ct_inputs='' _ct_program=''${prepareControl}
  if [[ ! -L $_ct_dir && -O $_ct_dir && -f $_ct_file && ! -L $_ct_file && -O $_ct_file${isPrivate} ]]; then
    {
      if IFS=$'\\t' builtin read -r _ct_form _ct_inputs _ct_program _ct_from _ct_to _ct_text &&
        [[ $_ct_form == cstip-banner-3 && -e $_ct_program && ! $_ct_today < $_ct_from ]]; then
        _ct_found=fresh
        while [[ $_ct_today > $_ct_to ]]; do
          _ct_found=stale
          IFS=$'\\t' builtin read -r _ct_to _ct_text || { _ct_text= && break; }
        done
        [[ $_ct_text == *\\\\[cn] && $_ct_text != *${control}* ]] || _ct_found=none
      fi
    } <"$_ct_file"
  fi
  _ct_line=
  [[ -e $_ct_config/config.json ]] && _ct_line=settings
  [[ -e $_ct_data/library.json ]] && _ct_line=$_ct_line,library
  if [[ $_ct_inputs != "[$_ct_line]" || $_ct_program -nt $_ct_file ||
    $_ct_config/config.json -nt $_ct_file || $_ct_data/library.json -nt $_ct_file ]]; then
    [[ $_ct_found == fresh ]] && _ct_found=stale
  fi`.slice(1);

/** Nothing in a home or folder of another. */
function refresh({ findProgram }: Dialect): string {
  return `
  # Render anew, in the background.
  if [[ $_ct_found != fresh ]]; then
    _ct_line=
    [[ -e $_ct_dir ]] && _ct_home=$_ct_dir
    [[ -e $_ct_file ]] || _ct_line=$_ct_file
    [[ -O $_ct_home && -w $_ct_home ]] && ${findProgram} >/dev/null && (
      builtin trap '' HUP
      builtin command sh -c ${REFRESH} cstip "$_ct_dir" "$_ct_line" </dev/null >/dev/null 2>&1 &
    )
  fi`.slice(1);
}

/** All lines in one write. */
function show(unit: string): string {
  const unlessShown = `
  _ct_shown=
  [[ -O $_ct_dir && -f $_ct_dir/shown ]] && IFS= builtin read -r _ct_shown <"$_ct_dir/shown"
  [[ $_ct_shown == "${unit}" ]] && return`;
  return `
  [[ $_ct_found == none ]] && return${unit && unlessShown}
  [[ -n \${NO_COLOR-} || \${CSTIP_COLOR-} == never ]] && _ct_text=\${_ct_text//'\\033['?m/}
  builtin printf %b "$_ct_text"
  builtin export CSTIP_SHOWN=$$${unit && `\n  builtin printf '%s\\n' "${unit}" >|"$_ct_dir/shown"`}`.slice(1);
}
