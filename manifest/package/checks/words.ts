import { MANIFEST_FILE } from '../app-manifest.ts';
import type { PackageProblem, Subject } from './problem.ts';

/** The words of a package in one language. */
interface ListedWords {
  file: string;
  fields: { shortName: string; fullName: string; shortDescription: string; fullDescription: string };
  shortName: string;
  fullName: string;
  shortDescription: string;
  fullDescription: string;
}

function wordsOf({ manifest, localizations }: Subject): ListedWords[] {
  const fields = {
    shortName: 'name.short',
    fullName: 'name.full',
    shortDescription: 'description.short',
    fullDescription: 'description.full',
  };
  return [
    {
      file: MANIFEST_FILE,
      fields,
      shortName: manifest.name.short,
      fullName: manifest.name.full ?? '',
      shortDescription: manifest.description.short,
      fullDescription: manifest.description.full,
    },
    ...[...localizations].map(([file, words]) => ({
      file,
      fields,
      shortName: words['name.short'] ?? '',
      fullName: words['name.full'] ?? '',
      shortDescription: words['description.short'] ?? '',
      fullDescription: words['description.full'] ?? '',
    })),
  ];
}

/** Names and descriptions that say something, in every language. */
export function checkWords(subject: Subject): PackageProblem[] {
  return wordsOf(subject).flatMap((words): PackageProblem[] => {
    const { file, fields } = words;
    const complaint = (field: string, reason: string, cure: string): PackageProblem[] => [
      { file, field, reason, cure, stops: 'installing' },
    ];
    const keys = ['shortName', 'fullName', 'shortDescription', 'fullDescription'] as const;
    const empty = keys.filter((key) => words[key].trim() === '');
    if (empty.length > 0)
      return empty.flatMap((key) =>
        complaint(fields[key], 'It is missing or empty.', 'Give it words, in manifest/listing.ts.'),
      );
    const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
    return [
      ...(same(words.shortName, words.fullName)
        ? complaint(fields.fullName, 'It is the short name again.', 'Say more in the full name.')
        : []),
      ...(words.fullDescription.toLowerCase().includes(words.shortDescription.trim().toLowerCase())
        ? complaint(fields.fullDescription, 'It repeats the short description.', 'Say it in other words.')
        : []),
    ];
  });
}

/** Names of Microsoft's products, which names of others must not hold. */
const PRODUCT_NAMES = [
  'Azure',
  'Bing',
  'Copilot',
  'Cortana',
  'Excel',
  'Microsoft',
  'Office',
  'Office 365',
  'OneDrive',
  'OneNote',
  'Outlook',
  'Power Automate',
  'Power BI',
  'PowerPoint',
  'SharePoint',
  'Skype',
  'Teams',
  'Viva',
  'Windows',
  'Xbox',
  'Yammer',
];

export function checkProductNames(subject: Subject): PackageProblem[] {
  return wordsOf(subject).flatMap(({ file, fields, shortName, fullName }) =>
    [
      [fields.shortName, shortName] as const,
      [fields.fullName, fullName] as const,
      ...(file === MANIFEST_FILE ? [['developer.name', subject.manifest.developer.name] as const] : []),
    ].flatMap(([field, name]): PackageProblem[] => {
      const held = PRODUCT_NAMES.find((product) => new RegExp(`\\b${product}\\b`, 'i').test(name));
      if (held === undefined) return [];
      return [
        {
          file,
          field,
          reason: `It holds “${held}”, which is Microsoft’s.`,
          cure: 'Leave it out of names; descriptions may mention it.',
          stops: 'publishing',
        },
      ];
    }),
  );
}
