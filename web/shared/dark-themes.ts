import { type Theme, teamsDarkTheme, teamsHighContrastTheme } from '@fluentui/react-components';

/** Teams' themes beside the light one, in a file of their own: each weighs 1 kB of the first load. */
export const darkThemes: Record<'dark' | 'contrast', Theme> = {
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};
