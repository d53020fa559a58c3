import { Body1Strong, Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular, DeleteRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { SandboxWebhook } from '../../../server/sandbox/schema.ts';
import { useWords } from '../words.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  row: { display: 'flex', gap: tokens.spacingHorizontalXS },
  url: { flexGrow: 1, minWidth: 0 },
});

/** One Workflow with its webhook URL. */
export function WorkflowItem(props: { workflow: SandboxWebhook; disabled: boolean; onDelete(): void }) {
  const { name, url } = props.workflow;
  const words = useWords();
  const styles = useStyles();
  const field = useRef<HTMLInputElement | null>(null);
  const [copy, setCopy] = useState<'done' | 'failed'>();

  async function copyUrl(): Promise<void> {
    try {
      await navigator.clipboard.writeText(url);
      setCopy('done');
    } catch {
      // Denied, or the page is not in a secure context.
      field.current?.select();
      setCopy('failed');
    }
  }

  return (
    <li className={styles.root}>
      <Body1Strong>{name}</Body1Strong>
      <div className={styles.row}>
        <Input
          ref={(element: HTMLInputElement | null) => {
            field.current = element;
          }}
          className={styles.url}
          readOnly
          value={url}
          aria-label={words.workflowUrl(name)}
          onFocus={(event) => event.target.select()}
        />
        <Button
          icon={copy === 'done' ? <CheckmarkRegular /> : <CopyRegular />}
          aria-label={words.copyUrl(name)}
          onClick={copyUrl}
        />
        <Button
          icon={<DeleteRegular />}
          aria-label={words.deleteWorkflow(name)}
          disabled={props.disabled}
          onClick={props.onDelete}
        />
      </div>
      <div aria-live="polite">
        {copy === 'done' && words.copied}
        {copy === 'failed' && words.copyFailed}
      </div>
    </li>
  );
}
