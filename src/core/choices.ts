/** What can be chosen for the output, by options, settings and variables: named here, carried out where text is set. */

/** The formats that all commands have which show tips. */
export const TIP_FORMATS = ["card", "plain", "json", "markdown"] as const;
export const FORMATS = [...TIP_FORMATS, "html", "ics"] as const;
export type Format = (typeof FORMATS)[number];

export const COLOR_CHOICES = ["auto", "always", "never"] as const;
export type ColorChoice = (typeof COLOR_CHOICES)[number];

/** Colors that read well on a dark screen, on a light one, and on both. */
export const THEMES = ["both", "dark", "light"] as const;
export type Theme = (typeof THEMES)[number];

/** The columns that can be asked for. */
export const WIDTHS = { least: 20, most: 400 } as const;

/** Variables, by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;
