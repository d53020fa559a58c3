import { type Theme, teamsLightTheme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

/** Teams' dark themes, once somebody has needed them: most people never do. */
let dark: Record<'dark' | 'contrast', Theme> | undefined;

/**
 * The looks for a theme's name as hosts give it, loaded when needed. `glass` (headsets) and whatever comes
 * later look as `default`. While a theme is loaded the one before it stays; at first that is none.
 */
export function useTheme(name: string | undefined): Theme | undefined {
  const [, setLoaded] = useState(dark);
  const [before, setBefore] = useState<Theme>();
  const theme = themeOf(name);

  useEffect(() => {
    if (theme !== undefined) return setBefore(theme);
    let current = true;
    loadDarkThemes().then((themes) => {
      dark = themes;
      if (current) setLoaded(themes);
    });
    return () => {
      current = false;
    };
  }, [theme]);

  return theme ?? before;
}

function themeOf(name: string | undefined): Theme | undefined {
  return isDark(name) ? dark?.[name] : teamsLightTheme;
}

/** Whether a theme, named as by hosts, is light on dark. */
export function isDark(name: string | undefined): name is 'dark' | 'contrast' {
  return name === 'dark' || name === 'contrast';
}

/** Fails open: dark themes that cannot be loaded leave the page light. */
function loadDarkThemes(): Promise<NonNullable<typeof dark>> {
  return import('./dark-themes.ts').then(
    ({ darkThemes }) => darkThemes,
    () => ({ dark: teamsLightTheme, contrast: teamsLightTheme }),
  );
}
