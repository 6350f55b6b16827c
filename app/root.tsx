/** The document around every page, and the page that is shown when one breaks. */
import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Meta,
  Outlet,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { useContext, type ReactNode } from "react";
import { dressFor } from "~/http/dress.server";
import { languageCookie, languageOf } from "~/http/language.server";
import type { Refusal } from "~/http/refusals.server";
import { tabletToken } from "~/http/tablet.server";
import { MapScript } from "~/ui/map-script";
import { Page } from "~/ui/page";
import { sheetFor } from "~/ui/sheets";
import { pageWords, type PageWords } from "~/text/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const cookie = languageCookie(request);
  const headers = cookie ? { "Set-Cookie": cookie } : undefined;
  const onTablet = tabletToken(request) !== null;
  return data({ language: languageOf(request), dress: dressFor(request), onTablet }, { headers });
}

export const meta: MetaFunction = () => [{ title: "Warmstop" }];

export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>("root");
  const mapScript = useContext(MapScript);
  const { pathname } = useLocation();
  return (
    <html lang={frame?.language ?? "en"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <link rel="icon" href="/icon.svg" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <style dangerouslySetInnerHTML={{ __html: sheetFor(pathname) }} />
        <script src="/seeker.js" defer />
      </head>
      <body>
        {children}
        {frame?.dress === "full" && <script type="module" src={mapScript} />}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** A missing page and a bug are told apart; both end with a person's number. */
export function ErrorBoundary() {
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>("root");
  const language = frame?.language ?? "en";
  const words = pageWords[language];
  const [title, sentence] = sayingOf(error, words);
  return (
    <Page language={language} region={null}>
      <h1>{title}</h1>
      <p>{sentence}</p>
      <p>
        <a className="main" href="/">
          {words.home}
        </a>
      </p>
    </Page>
  );
}

function sayingOf(error: unknown, words: PageWords): [title: string, sentence: string] {
  if (!isRouteErrorResponse(error)) return [words.brokenTitle, words.broken];
  if (error.status === 503) return [words.awayTitle, words.away];
  if (error.status >= 500) return [words.brokenTitle, words.broken];
  const missing = (error.data as Refusal | null)?.missing;
  return missing === "place"
    ? [words.placeGoneTitle, words.placeGone]
    : [words.notFoundTitle, words.notFound];
}
