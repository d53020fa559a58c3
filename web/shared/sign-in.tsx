import type { Api } from './api.ts';
import { Heading } from './heading.tsx';
import { isInHost } from './host.ts';
import { SignInButton } from './sign-in-button.tsx';
import { useSignInWords } from './sign-in-words.ts';

/** Stands in the place of a page's content until somebody is signed in. */
export function SignIn({ api, done }: { api: Api; done(): void }) {
  const words = useSignInWords();
  return (
    <>
      <Heading title={words.title}>{isInHost() ? words.inHost : words.inBrowser}</Heading>
      <SignInButton api={api} done={done} />
    </>
  );
}
