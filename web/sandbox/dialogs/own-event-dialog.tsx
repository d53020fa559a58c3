import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Textarea,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { FreeEvent } from '../../../server/sandbox/schema.ts';
import { useWords } from '../words.tsx';
import { useDialogStyles } from './dialog-styles.ts';

/** A type that the connector offers as it comes, so that the first try arrives somewhere. */
const FIRST_TYPE = 'task.created';

/** A form for an event in the short form of the intake. */
export function OwnEventDialog(props: { onSend(event: FreeEvent): void; onClose(): void }) {
  const words = useWords();
  const styles = useDialogStyles();
  const [type, setType] = useState(FIRST_TYPE);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [url, setUrl] = useState('');

  function submit(event: FormEvent): void {
    event.preventDefault();
    props.onSend({
      type: type.trim(),
      title: title.trim(),
      ...(text.trim() && { text }),
      ...(url.trim() && { url: url.trim() }),
    });
  }

  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && props.onClose()}>
      <DialogSurface className={styles.plainSurface}>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{words.ownEvent}</DialogTitle>
            <DialogContent className={styles.column}>
              <Field label={words.eventType} required>
                <Input value={type} maxLength={200} onChange={(_event, data) => setType(data.value)} />
              </Field>
              <Field label={words.eventTitle} required>
                <Input value={title} maxLength={500} onChange={(_event, data) => setTitle(data.value)} />
              </Field>
              <Field label={`${words.eventText} (${words.optional})`}>
                <Textarea
                  value={text}
                  maxLength={20_000}
                  resize="vertical"
                  onChange={(_event, data) => setText(data.value)}
                />
              </Field>
              <Field label={`${words.eventUrl} (${words.optional})`}>
                <Input
                  type="url"
                  value={url}
                  maxLength={2_048}
                  placeholder="https://"
                  onChange={(_event, data) => setUrl(data.value)}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button onClick={props.onClose}>{words.cancel}</Button>
              <Button type="submit" appearance="primary" disabled={type.trim() === '' || title.trim() === ''}>
                {words.send}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
