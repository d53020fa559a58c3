/** A MessageCard as an Adaptive Card, so that it can be drawn. */
export interface ConvertedCard {
  card: object;
  /** The bar above the card, as `#rrggbb`. */
  color?: string;
  /** Titles of the buttons that only Outlook and Teams can draw. */
  otherButtons: string[];
}

type Fields = { readonly [name: string]: unknown };
type CardElement = { [name: string]: unknown };

/** More are not shown by Teams, either. */
const SECTIONS_LIMIT = 10;
const ACTIONS_LIMIT = 4;

/**
 * Turns a MessageCard into an Adaptive Card: title, text, sections, the buttons that open a link, and those that
 * post back, which can be pressed when `canPress` says so and carry their place in `data.button`. It is
 * near to what Teams draws, not the same. Foreign input: whatever is not as it should be is left out.
 */
export function convertMessageCard(content: unknown, canPress = false): ConvertedCard {
  const source = fieldsOf(content);
  const actions = listOf(source.potentialAction).slice(0, ACTIONS_LIMIT);
  const drawn = actions.map((action, index) => [...openUri(action), ...httpPost(action, index, canPress)]);
  const body = [
    ...textBlock(source.title, { size: 'large', weight: 'bolder' }),
    ...textBlock(source.text),
    ...listOf(source.sections).slice(0, SECTIONS_LIMIT).flatMap(section),
  ];
  const color = textOf(source.themeColor)?.replace(/^#/, '');
  return {
    // 1.5 is the first with buttons that cannot be pressed.
    card: { type: 'AdaptiveCard', version: '1.5', body, actions: drawn.flat() },
    ...(color && /^[0-9a-f]{6}$/i.test(color) ? { color: `#${color}` } : {}),
    otherButtons: actions
      .filter((_action, index) => drawn[index]?.length === 0)
      .flatMap((action) => textOf(fieldsOf(action).name) ?? []),
  };
}

function section(value: unknown): CardElement[] {
  const source = fieldsOf(value);
  const facts = listOf(source.facts).map((fact) => ({
    title: textOf(fieldsOf(fact).name) ?? '',
    value: textOf(fieldsOf(fact).value) ?? '',
  }));
  const images = listOf(source.images).flatMap((image) => picture(fieldsOf(image).image, 'medium'));
  const items = [
    ...textBlock(source.title, { weight: 'bolder' }),
    ...activity(source),
    ...textBlock(source.text),
    ...(facts.length > 0 ? [{ type: 'FactSet', facts }] : []),
    ...(images.length > 0 ? [{ type: 'ImageSet', images }] : []),
  ];
  const actions = listOf(source.potentialAction).slice(0, ACTIONS_LIMIT).flatMap(openUri);
  if (actions.length > 0) items.push({ type: 'ActionSet', actions });
  return items.length > 0 ? [{ type: 'Container', spacing: 'medium', items }] : [];
}

/** Who did what: a picture beside two or three lines. */
function activity(source: Fields): CardElement[] {
  const lines = [
    ...textBlock(source.activityTitle, { weight: 'bolder' }),
    ...textBlock(source.activitySubtitle, { isSubtle: true, spacing: 'none', size: 'small' }),
    ...textBlock(source.activityText, { spacing: 'small' }),
  ];
  const pictures = picture(source.activityImage, 'small').map((image) => ({ ...image, style: 'person' }));
  if (pictures.length === 0) return lines;
  const columns = [
    { type: 'Column', width: 'auto', items: pictures },
    { type: 'Column', width: 'stretch', items: lines },
  ];
  return [{ type: 'ColumnSet', columns }];
}

function picture(url: unknown, size: string): CardElement[] {
  const address = textOf(url);
  return address !== undefined && /^https:/i.test(address) ? [{ type: 'Image', url: address, size }] : [];
}

function textBlock(text: unknown, looks: CardElement = {}): CardElement[] {
  const words = textOf(text);
  return words === undefined ? [] : [{ type: 'TextBlock', text: words, wrap: true, ...looks }];
}

/** The button, when it is one that opens an http(s) link. */
function openUri(value: unknown): CardElement[] {
  const action = fieldsOf(value);
  const title = textOf(action.name);
  const url = listOf(action.targets)
    .map((target) => textOf(fieldsOf(target).uri))
    .find(Boolean);
  if (action['@type'] !== 'OpenUri' || title === undefined || !url || !/^https?:/i.test(url)) return [];
  return [{ type: 'Action.OpenUrl', title, url }];
}

function httpPost(value: unknown, button: number, isEnabled: boolean): CardElement[] {
  const action = fieldsOf(value);
  const title = textOf(action.name);
  if (action['@type'] !== 'HttpPOST' || title === undefined) return [];
  return [{ type: 'Action.Submit', title, data: { button }, isEnabled }];
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
