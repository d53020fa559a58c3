import { Page } from '../shared/page.tsx';
import { startPage } from '../shared/start-page.tsx';
import { RemovePage } from './remove-page.tsx';

startPage(<Page title={(words) => words.remove.title}>{(props) => <RemovePage {...props} />}</Page>);
