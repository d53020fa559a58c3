const WORDS_MAX_LENGTH = 500;

/**
 * Teams' name for one request, to hand to Microsoft's support. Seen: `tcid=0,server=…,cv=…`, `MS-CV=…` and
 * a bare `01=2`, each followed by dots.
 */
const CONTEXT_ID = / ?with ContextId ((?:tcid|server|cv|MS-CV|\d{1,3})=[\w=,./+-]{1,200})/;

/** Signatures have 43 characters, ids of workflows and connectors 32; hardly a word comes near. */
const OPAQUE = /[\w%+/=~-]{32,}/g;

/** The ContextId in an answer's body, or undefined. */
export function contextIdIn(body: string): string | undefined {
  return CONTEXT_ID.exec(body)?.[1]?.replace(/[.,]+$/, '');
}

/**
 * What an answer's body says to people: one line of at most 500 characters, which may be shown and logged.
 *
 * Of an HTML page the text, of JSON the code and message. Addresses lose all but their host, and whatever
 * could be a signature or an id of a webhook becomes `…`: some servers repeat the request's URL. The
 * ContextId is left out, because it is kept beside the words.
 */
export function wordsIn(body: string): string {
  const text = onOneLine(readable(body))
    .replace(CONTEXT_ID, '')
    .replaceAll('\\/', '/')
    .replace(/\bhttps?:\/\/([\w.-]+)[^\s"'<>]*/gi, '$1/…')
    .replace(/sig(?:nature)?(?:=|%3D)[^\s"'<>&,;]*/gi, 'sig=…')
    .replace(OPAQUE, '…');
  return shorten(text);
}

function readable(body: string): string {
  if (/^\s*[{[]/.test(body)) return jsonMessage(body) ?? body;
  if (/^\s*<(?:!doctype|html)/i.test(body)) return htmlText(body);
  return body;
}

/** The form of Azure's errors: `{"error": {"code", "message"}}`, sometimes without the outer object. */
function jsonMessage(body: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    const error = field(parsed, 'error') ?? parsed;
    const said = [field(error, 'code'), field(error, 'message')].filter((part) => typeof part === 'string');
    return said.length > 0 ? said.join(': ') : undefined;
  } catch {
    // Cut off or not JSON: the raw text says more than nothing.
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function htmlText(body: string): string {
  return body
    .replace(/<(script|style)\b.*?<\/\1>/gis, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}

/** Without control characters, and without invisible ones: those can turn the direction of text around them. */
function onOneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

function shorten(text: string): string {
  if (text.length <= WORDS_MAX_LENGTH) return text;
  // A cut through a surrogate pair would leave half a character.
  return `${text.slice(0, WORDS_MAX_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
