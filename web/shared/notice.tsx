import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  body: { overflowWrap: 'anywhere' },
  title: { display: 'block' },
  actions: { justifyContent: 'start' },
});

interface NoticeProps {
  intent: 'info' | 'success' | 'warning' | 'error';
  title?: string;
  children?: ReactNode;
  /** Buttons, beneath the words. */
  actions?: ReactNode;
}

/** A few words that stand out. Screen readers read errors out at once, the others when they pause. */
export function Notice({ intent, title, children, actions }: NoticeProps) {
  const styles = useStyles();
  return (
    <div role={intent === 'error' ? 'alert' : 'status'}>
      <MessageBar intent={intent} layout="multiline">
        <MessageBarBody className={styles.body}>
          {title !== undefined && <MessageBarTitle className={styles.title}>{title}</MessageBarTitle>}
          {children}
        </MessageBarBody>
        {actions !== undefined && <MessageBarActions className={styles.actions}>{actions}</MessageBarActions>}
      </MessageBar>
    </div>
  );
}
