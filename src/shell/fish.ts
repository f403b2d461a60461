import { REFRESH } from "./refresh.ts";
import { type Every, marked, type SnippetSetup } from "./snippet.ts";

/** For `~/.config/fish/config.fish`. fish cannot tell the time by itself: one `date` is started. */
export function fishSnippet(setup: SnippetSetup): string {
  return marked("fish", setup, text(setup));
}

function text({ every, usual: { cache, config, data } }: SnippetSetup): string {
  return `
begin
    set -l cstip_status $status
    function __cstip_banner
        functions -e __cstip_banner
        __cstip_show 2>/dev/null
        functions -e __cstip_show
        return $argv[1]
    end
    function __cstip_show
        # Nothing where nobody reads it, or where it was shown.
        status is-interactive; and builtin test -t 1 -a -n "$TERM" -a "$TERM" != dumb; or return
        contains -- "$CI" '' 0 false; and contains -- "$CSTIP_DISABLE" '' 0; or return
        contains -- "$CSTIP_BANNER" 0 off no false; and return
        builtin test ${every === "shell" ? '"$CSTIP_SHOWN" = $fish_pid' : '-n "$CSTIP_SHOWN"'} -o -e "$HOME/.hushlogin"; and return

        # The folders of cstip.
        set -l home
        builtin string match -q -- '/*' "$HOME"; and set home $HOME
        set -l cache $home/${cache}
        set -l config $home/${config}
        set -l data $home/${data}
        builtin string match -q -- '/*' "$XDG_CACHE_HOME"; and set cache $XDG_CACHE_HOME/cstip
        builtin string match -q -- '/*' "$XDG_CONFIG_HOME"; and set config $XDG_CONFIG_HOME/cstip
        builtin string match -q -- '/*' "$XDG_DATA_HOME"; and set data $XDG_DATA_HOME/cstip
        if builtin string match -q -- '/*' "$CSTIP_HOME"
            set cache $CSTIP_HOME
            set config $CSTIP_HOME
            set data $CSTIP_HOME
        end
        builtin test -n "$cache"; or return
        set -l dir $cache/banner

        # The file for this width and locale.
        set -l width 80
        if builtin string match -qr '^[1-9][0-9]{0,5}$' -- "$COLUMNS"
            builtin test $COLUMNS -lt 20; and return
            for step in 80 60 40 20
                set width $step
                builtin test $COLUMNS -ge $step; and break
            end
        end
        set -l locale (builtin string match -r '.+' -- $LC_ALL $LC_CTYPE $LANG '')
        set -l file $dir/ascii-$width
        builtin string match -qir 'utf-?8' -- "$locale[1]"; and set file $dir/utf8-$width

        # This week's lines: none found, stale or fresh.
        set -l found none
        set -l today (command date +%Y%m%d)
        set -l to
        set -l banner
        if builtin test -d "$dir" -a ! -L "$dir" -a -O "$dir" -a -f "$file" -a ! -L "$file" -a -O "$file" -a -r "$file"
            set -l rows (builtin string match -r '.+' <"$file")
            set -l header (builtin string split -m 4 \\t -- $rows[1])
            if builtin test "$header[1]" = cstip-banner-3 -a -e "$header[3]" -a "$today" -ge "$header[4]"
                set rows[1] "$header[5]"
                for row in $rows
                    set -l week (builtin string split -m 1 \\t -- $row)
                    builtin test "$today" -le "$week[1]"; or continue
                    set to $week[1]
                    set banner "$week[2]"
                    break
                end
                set -l inputs ''
                builtin test -e "$config/config.json"; and set inputs settings
                builtin test -e "$data/library.json"; and set inputs $inputs,library
                set found stale
                builtin string match -q -- "$to"\\t'*' $rows[1]
                and builtin test "$header[2]" = "[$inputs]"
                and not builtin test "$header[3]" -nt "$file"
                and not builtin test "$config/config.json" -nt "$file"
                and not builtin test "$data/library.json" -nt "$file"
                and set found fresh
            end
            builtin string match -qr '^[^[:cntrl:]]*\\\\\\[cn]$' -- "$banner"; or set found none
        end

        # Render anew, in the background; nothing in a home or folder of another.
        set -l ours $home
        builtin test -e "$dir"; and set ours $dir
        set -l missing
        builtin test -e "$file"; or set missing $file
        if builtin test $found != fresh -a -O "$ours" -a -w "$ours"; and builtin command -q cstip
            command sh -c ${REFRESH} cstip $dir "$missing" </dev/null >/dev/null 2>&1 &
            builtin disown
        end

        builtin test $found = none; and return
${unlessShown(every)}        builtin test -z "$NO_COLOR" -a "$CSTIP_COLOR" != never
        or set banner (builtin string replace -ar '\\\\\\033\\[\\dm' '' -- $banner)
        builtin printf %b $banner
        set -gx CSTIP_SHOWN $fish_pid${every === "day" || every === "week" ? '\n        builtin echo $unit >"$dir/shown"' : ""}
    end
    __cstip_banner $cstip_status
end
`;
}

function unlessShown(every: Every): string {
  if (every !== "day" && every !== "week") return "";
  return `        set -l unit ${every === "week" ? "$to" : "$today"}
        set -l last
        builtin test -O "$dir" -a -f "$dir/shown"; and builtin read last <"$dir/shown"
        builtin test "$last" = "$unit"; and return
`;
}
