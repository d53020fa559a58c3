import localizationSchema from '@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json' with {
  type: 'json',
};
import manifestSchema from '@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json' with {
  type: 'json',
};
import type { ErrorObject, ValidateFunction } from 'ajv';
import ajvDraft04 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';
import type { AppManifest, Localization } from '../app-manifest.ts';
import type { PackageProblem } from './problem.ts';

// Microsoft's schemas are draft 04, hold formats of their own, and patterns that only older regular expressions take.
const ajv = new ajvDraft04.default({ allErrors: true, strict: false, unicodeRegExp: false, verbose: true });
ajvFormats.default(ajv);
const validators = {
  manifest: ajv.compile<AppManifest>(manifestSchema),
  localization: ajv.compile<Localization>(localizationSchema),
};

/** What Microsoft's own schema has against a manifest. */
export function manifestProblems(file: string, content: unknown) {
  return validate(validators.manifest, file, content);
}

/** The same for a file of words in another language. */
export function localizationProblems(file: string, content: unknown) {
  return validate(validators.localization, file, content);
}

/** Answers the content, as what it was found to be, or what is wrong with it. */
function validate<T>(
  validator: ValidateFunction<T>,
  file: string,
  content: unknown,
): { content: T; problems: [] } | { content: undefined; problems: PackageProblem[] } {
  if (validator(content)) return { content, problems: [] };
  const problems = (validator.errors ?? []).map((error) => toProblem(file, error));
  return { content: undefined, problems };
}

function toProblem(file: string, error: ErrorObject): PackageProblem {
  const path = error.instancePath.split('/').slice(1);
  const about = (field: string, reason: string, cure: string): PackageProblem => ({
    file,
    field: [...path, ...(field === '' ? [] : [field])].join('.'),
    reason,
    cure,
    stops: 'installing',
  });
  const { params, data } = error;
  switch (error.keyword) {
    case 'required':
      return about(String(params.missingProperty), 'It is missing.', 'Give it a value.');
    case 'additionalProperties':
      return about(
        String(params.additionalProperty),
        'The schema does not know it.',
        'Remove it: newer schemas have no such field.',
      );
    case 'maxLength':
      return about(
        '',
        `It has ${[...String(data)].length} characters.`,
        `Shorten it to ${params.limit} or fewer.`,
      );
    case 'minLength':
      return about('', 'It is empty.', 'Give it words.');
    case 'maxItems':
      return about('', `It holds more than ${params.limit}.`, `Leave ${params.limit} or fewer.`);
    case 'enum':
      return about('', `${JSON.stringify(data)} is none of what it may be.`, oneOf(params.allowedValues));
    case 'const':
      return about(
        '',
        `It is ${JSON.stringify(data)}.`,
        `It must be ${JSON.stringify(params.allowedValue)}.`,
      );
    default:
      return about(
        '',
        `It ${error.message ?? 'has another form'}.`,
        'Give it the form that the schema wants.',
      );
  }
}

function oneOf(allowed: unknown): string {
  return `Use one of ${Array.isArray(allowed) ? allowed.join(', ') : String(allowed)}.`;
}
