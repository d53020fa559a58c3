import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { NOTICE_ICONS, type NoticeProps, useNoticeIconStyles } from './notice.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    justifyItems: 'center',
    gap: tokens.spacingVerticalM,
    maxWidth: '480px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXXL} 0`,
  },
  icon: {
    display: 'flex',
    padding: tokens.spacingVerticalL,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeHero800,
  },
  title: { margin: 0 },
  body: { color: tokens.colorNeutralForeground2 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
});

/** A whole page that has nothing else to show: not to be read, out of reach, removed. As a notice, but the page's title. */
export function PageState({ intent, title, children, actions }: NoticeProps & { title: string }) {
  const styles = useStyles();
  const iconStyles = useNoticeIconStyles();
  const Icon = NOTICE_ICONS[intent];
  return (
    <div role={intent === 'error' ? 'alert' : 'status'} className={styles.root}>
      <span className={mergeClasses(styles.icon, iconStyles[intent])} aria-hidden="true">
        <Icon />
      </span>
      <Text as="h1" size={500} weight="semibold" align="center" className={styles.title}>
        {title}
      </Text>
      <Text align="center" className={styles.body}>
        {children}
      </Text>
      <Actions className={styles.actions}>{actions}</Actions>
    </div>
  );
}

function Actions({ className, children }: { className: string; children: ReactNode }) {
  return children === undefined ? null : <div className={className}>{children}</div>;
}
