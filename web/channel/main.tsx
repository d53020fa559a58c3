import { Page } from '../shared/page.tsx';
import { startPage } from '../shared/start-page.tsx';
import { ChannelPage } from './channel-page.tsx';

startPage(
  <Page title={(words) => words.channel.title} standsAlone={(query) => query.has('id')}>
    {(props) => <ChannelPage {...props} />}
  </Page>,
);
