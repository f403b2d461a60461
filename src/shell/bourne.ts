import { REFRESH } from "./refresh.ts";
import type { Every, SnippetSetup } from "./snippet.ts";

/** The body that bash and zsh share. Its words are builtins by name, so that no function of the same name is called. */

export interface Dialect {
  /** Sets `cstip_now` to seconds since 1970 and the zone's offset at that moment, such as `1795424984 +0530`. */
  readonly now: string;
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

const UNITS: Readonly<Record<Every, string>> = {
  login: "",
  shell: "",
  day: "86400",
  week: "604800",
};

/** The variables that the body uses, each with the same beginning: to be made local, or taken away. */
export const VARIABLES = [
  "cstip_cache cstip_config cstip_data cstip_home cstip_dir cstip_file cstip_width cstip_now cstip_zone cstip_week",
  "cstip_unit cstip_last cstip_form cstip_inputs cstip_program cstip_number cstip_line cstip_found",
  "cstip_a cstip_b cstip_c cstip_d cstip_dim cstip_plain",
];

/** The commands of a function that shows the banner, or returns without. What they say on stderr is to be thrown away. */
export function bourneBody({ every, usual }: SnippetSetup, dialect: Dialect): string {
  return [
    quietPlaces(every, dialect),
    places(usual),
    VARIANT,
    moment(dialect),
    ...(UNITS[every] ? [alreadyShown(UNITS[every])] : []),
    RECORD(dialect),
    refresh(dialect),
    show(UNITS[every] !== ""),
  ].join("\n");
}

function quietPlaces(every: Every, { commandText }: Dialect): string {
  const shown = every === "shell" ? `\${CSTIP_SHOWN-} == "$$"` : `-n \${CSTIP_SHOWN-}`;
  return `
  # Nothing where nobody reads it, or where it was shown. A restricted shell cannot redirect.
  case $- in *r*) return ;; *i*) ;; *) return ;; esac
  [[ -t 1 && -z \${${commandText}-}\${__p9k_instant_prompt_active-} && \${TERM-dumb} != dumb ]] || return
  case \${CI-}/\${CSTIP_DISABLE-} in / | 0/ | false/ | /0 | 0/0 | false/0) ;; *) return ;; esac
  case \${CSTIP_BANNER-} in 0 | off | no | false) return ;; esac
  [[ ${shown} || -e \${HOME-}/.hushlogin ]] && return`.slice(1);
}

function places({ cache, config, data }: SnippetSetup["usual"]): string {
  return `
  # The folders of cstip.
  case \${HOME-} in /*) cstip_home=$HOME ;; *) cstip_home= ;; esac
  cstip_cache=\${cstip_home:+$cstip_home/${cache}}
  cstip_config=\${cstip_home:+$cstip_home/${config}}
  cstip_data=\${cstip_home:+$cstip_home/${data}}
  case \${XDG_CACHE_HOME-} in /*) cstip_cache=$XDG_CACHE_HOME/cstip ;; esac
  case \${XDG_CONFIG_HOME-} in /*) cstip_config=$XDG_CONFIG_HOME/cstip ;; esac
  case \${XDG_DATA_HOME-} in /*) cstip_data=$XDG_DATA_HOME/cstip ;; esac
  case \${CSTIP_HOME-} in /*) cstip_cache=$CSTIP_HOME cstip_config=$CSTIP_HOME cstip_data=$CSTIP_HOME ;; esac
  [[ -n $cstip_cache ]] || return
  cstip_dir=$cstip_cache/banner`.slice(1);
}

const VARIANT = `
  # The file for this width and locale.
  case \${COLUMNS-} in
  '' | 0* | *[!0-9]*) cstip_width=80 ;;
  ? | 1?) return ;;
  2? | 3?) cstip_width=20 ;;
  4? | 5?) cstip_width=40 ;;
  6? | 7?) cstip_width=60 ;;
  *) cstip_width=80 ;;
  esac
  case \${LC_ALL:-\${LC_CTYPE:-\${LANG-}}}:\${OSTYPE-} in
  *[Uu][Tt][Ff]8*:* | *[Uu][Tt][Ff]-8*:* | :darwin*) cstip_file=$cstip_dir/utf8-$cstip_width ;;
  *) cstip_file=$cstip_dir/ascii-$cstip_width ;;
  esac`.slice(1);

/** Weeks begin on Tuesday 1970-01-06. The large number keeps the division from rounding up before that day. */
function moment({ now }: Dialect): string {
  return `
  # The week on the user's own calendar, with the zone's offset at this moment.
${now}
  cstip_zone=\${cstip_now#* } cstip_now=\${cstip_now%% *}
  case $cstip_now in '' | *[!0-9]*) return ;; esac
  case $cstip_zone in [+-][0-9][0-9][0-9][0-9]) ;; *) cstip_zone=+0000 ;; esac
  ((cstip_unit = 10#\${cstip_zone:1:2} * 3600 + 10#\${cstip_zone:3:2} * 60))
  case $cstip_zone in -*) ((cstip_now -= cstip_unit)) ;; *) ((cstip_now += cstip_unit)) ;; esac
  ((cstip_now += 60480000000 - 432000, cstip_week = cstip_now / 604800 - 100000))`.slice(1);
}

function alreadyShown(unit: string): string {
  const offset = unit === "604800" ? " - 432000" : "";
  return `
  ((cstip_unit = (cstip_now${offset} + 60480000000) / ${unit}))
  cstip_last=
  [[ -O $cstip_dir && -f $cstip_dir/shown ]] && IFS= builtin read -r cstip_last <"$cstip_dir/shown"
  [[ $cstip_last == "$cstip_unit" ]] && return`.slice(1);
}

const RECORD = ({ isPrivate, prepareControl, control }: Dialect) =>
  `
  # This week's lines. \`cstip_found\` ends as fresh, stale (shown, and rendered anew) or none, as of a line cut off.
  cstip_found=none${prepareControl}
  if [[ -d $cstip_dir && ! -L $cstip_dir && -O $cstip_dir && -f $cstip_file && ! -L $cstip_file && -O $cstip_file${isPrivate} ]]; then
    {
      if IFS=$'\\t' builtin read -r cstip_last cstip_form cstip_inputs cstip_program cstip_number cstip_a cstip_b cstip_c cstip_d &&
        [[ $cstip_last == cstip-banner && $cstip_form == 2 && -e $cstip_program ]]; then
        cstip_found=fresh
        while [[ $cstip_number != "$cstip_week" ]]; do
          cstip_found=stale
          IFS=$'\\t' builtin read -r cstip_number cstip_a cstip_b cstip_c cstip_d || { cstip_a= && break; }
        done
        [[ -n $cstip_a && $cstip_a$cstip_b$cstip_c$cstip_d != *${control}* ]] || cstip_found=none
      fi
    } <"$cstip_file"
  fi
  cstip_line=
  [[ -e $cstip_config/config.json ]] && cstip_line=settings
  [[ -e $cstip_data/library.json ]] && cstip_line=$cstip_line,library
  if [[ $cstip_inputs != "[$cstip_line]" || $cstip_program -nt $cstip_file ||
    $cstip_config/config.json -nt $cstip_file || $cstip_data/library.json -nt $cstip_file ]]; then
    [[ $cstip_found == fresh ]] && cstip_found=stale
  fi`.slice(1);

function refresh({ findProgram }: Dialect): string {
  return `
  # Render anew, in the background; nothing in a home or folder of another.
  if [[ $cstip_found != fresh ]]; then
    cstip_last=$cstip_home cstip_line=
    [[ -e $cstip_dir ]] && cstip_last=$cstip_dir
    [[ -e $cstip_file ]] || cstip_line=$cstip_file
    [[ -O $cstip_last && -w $cstip_last ]] && ${findProgram} >/dev/null && (
      builtin trap '' HUP
      builtin command sh -c ${REFRESH} cstip "$cstip_dir" "$cstip_line" </dev/null >/dev/null 2>&1 &
    )
  fi`.slice(1);
}

/** All lines in one write. */
function show(notesUnit: boolean): string {
  const note = notesUnit ? `\n  builtin printf '%s\\n' "$cstip_unit" >|"$cstip_dir/shown"` : "";
  return `
  [[ $cstip_found == none ]] && return
  cstip_line='' cstip_dim=$'\\033[2m' cstip_plain=$'\\033[0m'
  [[ -n \${NO_COLOR-} || \${CSTIP_COLOR-} == never ]] && cstip_dim='' cstip_plain=
  for cstip_last in "$cstip_a" "$cstip_b" "$cstip_c" "$cstip_d"; do
    case $cstip_last in
    '='*) cstip_line+=\${cstip_last:1}$'\\n' ;;
    '~'*) cstip_line+=$cstip_dim\${cstip_last:1}$cstip_plain$'\\n' ;;
    esac
  done
  builtin printf '%s' "$cstip_line"
  builtin export CSTIP_SHOWN=$$${note}`.slice(1);
}
