import { Page } from '../shared/page.tsx';
import { startPage } from '../shared/start-page.tsx';
import { EventPage } from './event-page.tsx';

startPage(
  <Page title={(words) => words.event.title} standsAlone={(query) => query.has('id')}>
    {(props) => <EventPage {...props} />}
  </Page>,
);
