import { startPage } from '../../shared/start-page.tsx';
import { AuthorizePage } from './authorize-page.tsx';

startPage(<AuthorizePage leave={(address) => window.location.replace(address)} />);
