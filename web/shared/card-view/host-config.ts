import { tokens } from '@fluentui/react-components';

const FONT = {
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
};

const pair = (main: string, subtle: string) => ({ default: main, subtle });

const FOREGROUND = {
  default: pair(tokens.colorNeutralForeground1, tokens.colorNeutralForeground3),
  dark: pair(tokens.colorNeutralForeground2, tokens.colorNeutralForeground3),
  light: pair(tokens.colorNeutralForeground3, tokens.colorNeutralForeground4),
  accent: pair(tokens.colorBrandForeground1, tokens.colorBrandForeground2),
  good: pair(tokens.colorPaletteGreenForeground1, tokens.colorPaletteGreenForeground2),
  warning: pair(tokens.colorPaletteDarkOrangeForeground1, tokens.colorPaletteDarkOrangeForeground2),
  attention: pair(tokens.colorPaletteRedForeground1, tokens.colorPaletteRedForeground2),
};

const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors: FOREGROUND });

/**
 * How cards look, in the form that the `adaptivecards` library takes: the sizes of Teams, and Fluent's
 * colours. Those are variables of the page, so a card follows the theme around it.
 */
export const HOST_CONFIG = {
  supportsInteractivity: true,
  fontFamily: tokens.fontFamilyBase,
  fontTypes: {
    default: { fontFamily: tokens.fontFamilyBase, ...FONT },
    monospace: { fontFamily: tokens.fontFamilyMonospace, ...FONT },
  },
  ...FONT,
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  imageSet: { imageSize: 'medium', maxImageHeight: 100 },
  containerStyles: {
    default: style(tokens.colorNeutralBackground1),
    emphasis: style(tokens.colorNeutralBackground3),
    accent: style(tokens.colorBrandBackground2),
    good: style(tokens.colorPaletteGreenBackground1),
    warning: style(tokens.colorPaletteDarkOrangeBackground1),
    attention: style(tokens.colorPaletteRedBackground1),
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
