import type { Theme } from '@fluentui/react-components';

/**
 * How cards look, in the form that the `adaptivecards` library takes: the sizes of Teams, and the colours of
 * a Fluent theme, so that light, dark and contrast come from one place.
 */
export function hostConfigOf(theme: Theme): object {
  const colors = {
    default: pair(theme.colorNeutralForeground1, theme.colorNeutralForeground3),
    dark: pair(theme.colorNeutralForeground2, theme.colorNeutralForeground3),
    light: pair(theme.colorNeutralForeground3, theme.colorNeutralForeground4),
    accent: pair(theme.colorBrandForeground1, theme.colorBrandForeground2),
    good: pair(theme.colorPaletteGreenForeground1, theme.colorPaletteGreenForeground2),
    warning: pair(theme.colorPaletteDarkOrangeForeground1, theme.colorPaletteDarkOrangeForeground2),
    attention: pair(theme.colorPaletteRedForeground1, theme.colorPaletteRedForeground2),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors: colors });
  return {
    supportsInteractivity: true,
    fontFamily: theme.fontFamilyBase,
    fontTypes: {
      default: { fontFamily: theme.fontFamilyBase, ...FONT },
      monospace: { fontFamily: theme.fontFamilyMonospace, ...FONT },
    },
    ...FONT,
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: theme.colorNeutralStroke2 },
    imageSizes: { small: 32, medium: 52, large: 100 },
    imageSet: { imageSize: 'medium', maxImageHeight: 100 },
    containerStyles: {
      default: style(theme.colorNeutralBackground1),
      emphasis: style(theme.colorNeutralBackground3),
      accent: style(theme.colorBrandBackground2),
      good: style(theme.colorPaletteGreenBackground1),
      warning: style(theme.colorPaletteDarkOrangeBackground1),
      attention: style(theme.colorPaletteRedBackground1),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 8 },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    adaptiveCard: { allowCustomStyle: false },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 160 },
      value: { wrap: true },
      spacing: 16,
    },
  };
}

const FONT = {
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
};

function pair(main: string, subtle: string) {
  return { default: main, subtle };
}
