import { Page } from '../shared/page.tsx';
import { startPage } from '../shared/start-page.tsx';
import { ConfigPage } from './config-page.tsx';

startPage(
  <Page title={(words) => words.config.title} standsAlone={(query) => query.has('edit')}>
    {(props) => <ConfigPage {...props} />}
  </Page>,
);
