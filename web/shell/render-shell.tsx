import { renderToStaticMarkup } from 'react-dom/server';
import { ShellBars } from './shell-bars.tsx';

/** The shell as HTML, for every page as it is built. */
export function renderShell(): string {
  return renderToStaticMarkup(<ShellBars />);
}
