/** What the small script needs to keep a page true while it is open; without it the page is asked for again by its link. */
import type { Language } from "~/text/language";
import { liveWords } from "~/text/live";

type OpenPageProps = {
  language: Language;
  /** It says when something has changed. */
  stream: string;
  /** Asked for anew then; of it, what is marked as a part is put in the place of the old one. */
  page: string;
  /** How this page was told, so that the same is not asked for again. */
  told: string;
  /** Of this ask everything is told, and not only what stands in a line of the desk. */
  ask?: string;
  /** Whether it ends with somebody's session. */
  isSignedIn?: boolean;
};

export function OpenPage({ language, stream, page, told, ask, isSignedIn = false }: OpenPageProps) {
  const words = liveWords[language];
  return (
    <>
      <p
        className="unsent"
        data-stream={stream}
        data-page={page}
        data-told={told}
        data-ask={ask}
        data-new={words.somethingNew}
        data-away={words.cutOff}
        data-out={isSignedIn ? words.signedOut : undefined}
        data-sign-in={isSignedIn ? words.signIn : undefined}
      />
      <p className="unseen" role="status" data-news="" />
      <script type="module" src="/open-page.js" />
    </>
  );
}
