import {
  Avatar,
  Button,
  Caption1,
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Subtitle1,
  tokens,
} from '@fluentui/react-components';
import { PaintBrushRegular } from '@fluentui/react-icons';
import type { SandboxPerson } from '../../../server/sandbox/schema.ts';
import { asPerson, HOST_THEMES, type Preferences, SIGN_ONS } from '../preferences.ts';
import { LOCALES, PAGE_LANGUAGES, useWords } from '../words.tsx';
import { gridArea } from './grid-area.ts';

const useStyles = makeStyles({
  root: {
    ...gridArea('top'),
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground4,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 480px)': { paddingInline: tokens.spacingHorizontalS },
  },
  names: { flexGrow: 1, minWidth: 0 },
  subtitle: {
    color: tokens.colorNeutralForeground3,
    '@media (max-width: 640px)': { display: 'none' },
  },
});

export interface TopBarProps {
  preferences: Preferences;
  people: readonly SandboxPerson[];
  person: SandboxPerson | undefined;
  onChange(change: Partial<Preferences>): void;
}

/** The name of the place, and who, in which language and in which theme. */
export function TopBar({ preferences, people, person, onChange }: TopBarProps) {
  const words = useWords();
  const styles = useStyles();
  const checked = {
    theme: [preferences.theme],
    language: [preferences.language],
    person: person ? [person.id] : [],
    signOn: [preferences.signOn],
  };

  return (
    <header className={styles.root}>
      <div className={styles.names}>
        <Subtitle1 block truncate>
          {words.title}
        </Subtitle1>
        <Caption1 className={styles.subtitle}>{words.subtitle}</Caption1>
      </div>
      <Menu
        checkedValues={checked}
        onCheckedValueChange={(_event, { name, checkedItems: [value] }) => {
          if (name === 'theme')
            onChange({ theme: HOST_THEMES.find((theme) => theme === value) ?? 'default' });
          else onChange({ language: PAGE_LANGUAGES.find((language) => language === value) ?? 'en' });
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            appearance="subtle"
            icon={<PaintBrushRegular />}
            menuIcon={null}
            aria-label={words.appearance}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>{words.theme}</MenuGroupHeader>
              {HOST_THEMES.map((theme) => (
                <MenuItemRadio key={theme} name="theme" value={theme}>
                  {words.themes[theme]}
                </MenuItemRadio>
              ))}
            </MenuGroup>
            <MenuDivider />
            <MenuGroup>
              <MenuGroupHeader>{words.language}</MenuGroupHeader>
              {PAGE_LANGUAGES.map((language) => (
                <MenuItemRadio key={language} name="language" value={language} lang={LOCALES[language]}>
                  {words.languages[language]}
                </MenuItemRadio>
              ))}
            </MenuGroup>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Menu
        checkedValues={checked}
        onCheckedValueChange={(_event, { name, checkedItems: [value = ''] }) => {
          if (name === 'person') onChange(asPerson(preferences, person?.id ?? '', value));
          else onChange({ signOn: SIGN_ONS.find((signOn) => signOn === value) ?? 'works' });
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<Avatar size={28} name={person?.name ?? ''} color="colorful" aria-hidden />}
            aria-label={`${words.person} ${person?.name ?? ''}`}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader>{words.person}</MenuGroupHeader>
              {people.map(({ id, name }) => (
                <MenuItemRadio key={id} name="person" value={id}>
                  {name}
                </MenuItemRadio>
              ))}
            </MenuGroup>
            <MenuDivider />
            <MenuGroup>
              <MenuGroupHeader>{words.signOn}</MenuGroupHeader>
              {SIGN_ONS.map((signOn) => (
                <MenuItemRadio key={signOn} name="signOn" value={signOn}>
                  {words.signOns[signOn]}
                </MenuItemRadio>
              ))}
            </MenuGroup>
          </MenuList>
        </MenuPopover>
      </Menu>
    </header>
  );
}
