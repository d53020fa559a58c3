import {
  Body1,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { QUIRKS, type Quirk } from '../host/quirks.ts';
import { useWords } from '../words.tsx';
import { useDialogStyles } from './dialog-styles.ts';
import { OptionLabel } from './option-label.tsx';

export interface QuirksDialogProps {
  quirks: readonly Quirk[];
  onChange(quirks: readonly Quirk[]): void;
  onClose(): void;
}

/** Switches what the host does to pages. */
export function QuirksDialog({ quirks, onChange, onClose }: QuirksDialogProps) {
  const words = useWords();
  const styles = useDialogStyles();
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface className={styles.plainSurface}>
        <DialogBody>
          <DialogTitle>{words.quirks.title}</DialogTitle>
          <DialogContent className={styles.column}>
            <Body1>{words.quirks.help}</Body1>
            <div>
              {QUIRKS.map((quirk) => (
                <div key={quirk}>
                  <Checkbox
                    checked={quirks.includes(quirk)}
                    label={<OptionLabel {...words.quirks.list[quirk]} />}
                    onChange={(_event, { checked }) =>
                      onChange(
                        QUIRKS.filter((known) =>
                          known === quirk ? checked === true : quirks.includes(known),
                        ),
                      )
                    }
                  />
                </div>
              ))}
            </div>
          </DialogContent>
          <DialogActions>
            <Button disabled={quirks.length === 0} onClick={() => onChange([])}>
              {words.quirks.allOff}
            </Button>
            <Button appearance="primary" onClick={onClose}>
              {words.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
