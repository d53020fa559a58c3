import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Overview } from '../../../server/operate/figures-schema.ts';
import { OfflineNotice } from '../../shared/offline-notice.tsx';
import { ConfigurationsView } from '../configurations/configurations-view.tsx';
import { DeliveriesView } from '../deliveries/deliveries-view.tsx';
import { EventTypesView } from '../event-types-view.tsx';
import { KeysView } from '../keys/keys-view.tsx';
import type { OperateApi } from '../operate-api.ts';
import { OverviewView } from '../overview/overview-view.tsx';
import { hrefOf, PLACES, type Place } from '../place.ts';
import { TrailView } from '../trail/trail-view.tsx';
import { usePlace } from '../use-place.ts';
import { useOperateWords } from '../words.ts';

const useStyles = makeStyles({
  column: {
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXL,
    maxWidth: '1080px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    overflowWrap: 'anywhere',
    '@media (max-width: 420px)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  title: { margin: 0 },
  muted: { color: tokens.colorNeutralForeground2 },
  sections: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  link: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThicker} solid transparent`,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase300,
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  here: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    // It holds the keyboard only until the next press of Tab.
    outlineStyle: 'none',
  },
});

interface DeskProps {
  api: OperateApi;
  opened: Overview;
  onSignOut(): void;
}

/** Everything that an operator sees once signed in: the sections, and the one that is open. */
export function Desk({ api, opened, onSignOut }: DeskProps) {
  const styles = useStyles();
  const words = useOperateWords();
  const place = usePlace();
  const part = useRef<HTMLElement>(null);
  const seen = useRef(place.name);

  // A link within the page leads the keyboard there, as a link to another page would.
  useEffect(() => {
    if (seen.current !== place.name) part.current?.focus();
    seen.current = place.name;
  }, [place.name]);

  return (
    <main className={styles.column}>
      <header className={styles.top}>
        <Text as="h1" size={500} weight="semibold" className={styles.title}>
          {words.title}
        </Text>
        <Button appearance="subtle" onClick={onSignOut}>
          {words.signOut}
        </Button>
      </header>
      {opened.tenantId !== undefined && (
        <Text className={styles.muted}>{words.tenantOnly(opened.tenantId)}</Text>
      )}
      <nav className={styles.sections} aria-label={words.sections}>
        {PLACES.map((name) => (
          <a
            key={name}
            href={hrefOf(name)}
            className={mergeClasses(styles.link, name === place.name && styles.here)}
            aria-current={name === place.name ? 'page' : undefined}
          >
            {words.places[name]}
          </a>
        ))}
      </nav>
      <OfflineNotice />
      <section ref={part} tabIndex={-1} className={styles.part} aria-label={words.places[place.name]}>
        <Part place={place} api={api} opened={opened} onSignOut={onSignOut} />
      </section>
    </main>
  );
}

function Part({ place: { name, query }, api, opened, onSignOut }: DeskProps & { place: Place }) {
  switch (name) {
    case 'overview':
      return <OverviewView api={api} opened={opened} />;
    case 'configurations':
      return <ConfigurationsView api={api} query={query} />;
    case 'deliveries':
      return <DeliveriesView api={api} query={query} />;
    case 'types':
      return <EventTypesView api={api} />;
    case 'keys':
      return <KeysView api={api} onSignOut={onSignOut} />;
    case 'trail':
      return <TrailView api={api} query={query} />;
  }
}
