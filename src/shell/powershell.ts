import { type Every, marked, type SnippetSetup } from "./snippet.ts";

/** For `$PROFILE`, in Windows PowerShell 5.1 and PowerShell 7. It reads time and files by .NET, in its own process. */
export function powershellSnippet(setup: SnippetSetup): string {
  return marked("powershell", setup, text(setup));
}

function text({ every, usual: { cache, config, data } }: SnippetSetup): string {
  return `
& {
  try {
    # Nothing where nobody reads it, or where it was shown.
    if (-not [Environment]::UserInteractive -or [Console]::IsOutputRedirected -or [Console]::IsInputRedirected) { return }
    # It loads its profile for scripts too. A command, or a word that names a file, is run and ends it unless it is to stay.
    $words = @([Environment]::GetCommandLineArgs() | Select-Object -Skip 1)
    if (-not ($words -match '^[-/]noe(xi?t?)?$')) {
      $isValue = $false
      foreach ($word in $words) {
        if ($isValue) { $isValue = $false; continue }
        $isValue = $word -match '^[-/](ex|ep$|w|config|custom|settings)'
        if (-not $isValue -and $word -notmatch '^[-/](nolo?g?o?|noprofileloadtime|l|login|i|interactive|sta|mta)$') { return }
      }
    }
    if ($env:TERM -eq 'dumb' -or $env:CI -notin $null, '', '0', 'false') { return }
    if ($env:CSTIP_DISABLE -notin $null, '', '0') { return }
    if ($env:CSTIP_BANNER -in '0', 'off', 'no', 'false') { return }
    if (${every === "shell" ? "$env:CSTIP_SHOWN -eq $PID" : "$env:CSTIP_SHOWN"}) { return }
    $windows = $PSVersionTable.PSVersion.Major -lt 6 -or $IsWindows
    $userHome = if ($windows) { $env:USERPROFILE } else { $env:HOME }
    if (-not $userHome -or (Test-Path -LiteralPath (Join-Path $userHome '.hushlogin'))) { return }

    # The folders of cstip.
    if ($windows) {
      $cache = Join-Path $env:LOCALAPPDATA 'cstip\\Cache'
      $config = Join-Path $env:APPDATA 'cstip\\Config'
      $data = Join-Path $env:LOCALAPPDATA 'cstip\\Data'
    } else {
      $cache = Join-Path $userHome '${cache}'
      $config = Join-Path $userHome '${config}'
      $data = Join-Path $userHome '${data}'
    }
    $absolute = { param($path) $path -and [IO.Path]::IsPathRooted($path) }
    if (& $absolute $env:XDG_CACHE_HOME) { $cache = Join-Path $env:XDG_CACHE_HOME 'cstip' }
    if (& $absolute $env:XDG_CONFIG_HOME) { $config = Join-Path $env:XDG_CONFIG_HOME 'cstip' }
    if (& $absolute $env:XDG_DATA_HOME) { $data = Join-Path $env:XDG_DATA_HOME 'cstip' }
    if (& $absolute $env:CSTIP_HOME) { $cache = $config = $data = $env:CSTIP_HOME }
    $folder = Join-Path $cache 'banner'

    # The file for this width.
    $columns = try { $Host.UI.RawUI.WindowSize.Width } catch { 80 }
    if ($columns -le 0) { $columns = 80 }
    $width = 80, 60, 40, 20 | Where-Object { $_ -le $columns } | Select-Object -First 1
    if (-not $width) { return }
    $charset = if ([Console]::OutputEncoding.CodePage -eq 65001) { 'utf8' } else { 'ascii' }
    $file = Join-Path $folder "$charset-$width"

    # This week's lines.
    $today = [DateTime]::Now.ToString('yyyyMMdd', [Globalization.CultureInfo]::InvariantCulture)
    $banner = $null
    $fresh = $false
    $item = Get-Item -LiteralPath $file -Force -ErrorAction SilentlyContinue
    $links = Get-Item -LiteralPath $folder, $file -Force -ErrorAction SilentlyContinue | Where-Object {
      $_.Attributes -band [IO.FileAttributes]::ReparsePoint
    }
    if ($item -and -not $links) {
      $rows = @([IO.File]::ReadAllLines($file))
      $header = "$($rows | Select-Object -First 1)".Split([char]9)
      if ($header[0] -eq 'cstip-banner-3' -and (Test-Path -LiteralPath $header[2]) -and $today -ge $header[3]) {
        $rows[0] = ($header | Select-Object -Skip 4) -join [char]9
        $found = $rows | Where-Object { $_.Split([char]9)[0] -ge $today } | Select-Object -First 1
        if ($found) { $to, $banner = $found.Split([char]9) }
        $settings = Join-Path $config 'config.json'
        $library = Join-Path $data 'library.json'
        $inputs = ''
        if (Test-Path -LiteralPath $settings) { $inputs = 'settings' }
        if (Test-Path -LiteralPath $library) { $inputs += ',library' }
        $newer = @($header[2], $settings, $library) | Where-Object {
          (Test-Path -LiteralPath $_) -and (Get-Item -LiteralPath $_ -Force).LastWriteTimeUtc -gt $item.LastWriteTimeUtc
        }
        $fresh = $found -and $found -eq $rows[0] -and $header[1] -eq "[$inputs]" -and -not $newer
      }
      if ($banner -notmatch '^\\P{Cc}*\\\\[cn]\\z') { $banner = $null }
    }

    # Render anew, in the background: the program keeps others off by its own lock.
    if (-not $fresh) { try {
      $program = Get-Command cstip -CommandType Application, ExternalScript -ErrorAction SilentlyContinue | Select-Object -First 1
      $lock = Join-Path $folder 'lock'
      # One that is old, or from the future, was left behind.
      $busy = (Test-Path -LiteralPath $lock) -and [Math]::Abs(((Get-Item -LiteralPath $lock).LastWriteTimeUtc - [DateTime]::UtcNow).TotalMinutes) -lt 10
      if ($program -and -not $busy) {
        $null = New-Item -ItemType Directory -Force -Path $folder
        if (Test-Path -LiteralPath $lock) { Remove-Item -LiteralPath $lock -Force }
        # CreateNew fails for all but the first of many shells.
        [IO.File]::Open($lock, [IO.FileMode]::CreateNew).Dispose()
        # The files are for all shells: what is set in this one alone does not count.
        if ($windows) { Start-Process -WindowStyle Hidden -FilePath $env:ComSpec -ArgumentList '/d', '/c', 'set CSTIP_BANNER=& set CSTIP_COLOR=& set CSTIP_WIDTH=& cstip banner --refresh >nul 2>&1' }
        else { Start-Process -FilePath /bin/sh -ArgumentList '-c', '"unset CSTIP_BANNER CSTIP_COLOR CSTIP_WIDTH; exec cstip banner --refresh </dev/null >/dev/null 2>&1"' }
      }
    } catch { } }

    if (-not $banner) { return }
${unlessShown(every)}    foreach ($line in $banner -split '\\\\n' -ne '' -ne '\\c') {
      $text = $line -replace '\\\\033\\[\\dm' -replace '\\\\0134', '\\'
      if ($line.StartsWith('\\033') -and -not $env:NO_COLOR -and $env:CSTIP_COLOR -ne 'never') { Write-Host $text -ForegroundColor DarkGray }
      else { Write-Host $text }
    }
    $env:CSTIP_SHOWN = $PID${every === "day" || every === "week" ? '\n    [IO.File]::WriteAllText($shown, "$unit")' : ""}
  } catch { }
}
`;
}

function unlessShown(every: Every): string {
  if (every !== "day" && every !== "week") return "";
  return `    $unit = ${every === "week" ? "$to" : "$today"}
    $shown = Join-Path $folder 'shown'
    if ((Test-Path -LiteralPath $shown) -and [IO.File]::ReadAllText($shown) -eq "$unit") { return }
`;
}
