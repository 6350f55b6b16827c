/** One place, whole: what it is, whether it takes you tonight, the way there, and the morning after. */
import type { AccessFound } from "~/domain/access";
import type { Drawing } from "~/domain/drawn/drawing";
import type { PlaceTonight } from "~/domain/place-tonight";
import type { Region } from "~/domain/region";
import { searchQuery, type Search } from "~/domain/search";
import type { Found } from "~/domain/where/where";
import { fitSentence, lawSentence } from "~/text/fit";
import { hoursSentence } from "~/text/hours";
import { wordsIn, type Language } from "~/text/language";
import { openingWords } from "~/text/opening";
import { placeWords } from "~/text/place";
import { dial } from "~/text/say";
import { Counts, OpeningLine } from "~/ui/counts";
import { DrawnMap } from "~/ui/drawn-map";
import { KindMark } from "~/ui/kind-mark";
import { Live } from "~/ui/live";
import { Page } from "~/ui/page";
import { Rules } from "~/ui/rules";
import { Sources } from "~/ui/sources";
import { TakeAlong, type PrintedQr } from "~/ui/take-along";
import { tellingOf } from "~/ui/telling";
import { WayThere } from "~/ui/way-there";
import { BusesNearPlace } from "~/ui/week";

export type PlacePageProps = {
  language: Language;
  region: Region;
  search: Search;
  where: Found | null;
  tonight: PlaceTonight;
  access: AccessFound;
  drawing: Drawing | null;
  qr: PrintedQr;
};

export function PlacePage({ language, region, search, where, tonight, access, drawing, qr }: PlacePageProps) {
  const words = placeWords[language];
  const telling = tellingOf(language, region, { ...tonight, party: search.party });
  const { option, hours } = tonight;
  const { place } = option;
  return (
    <Page language={language} region={region}>
      <p className="back">
        <a href={`/?${searchQuery(search)}`}>{words.back}</a>
      </p>
      <Title tonight={tonight} language={language} />
      {where && (
        <p className={`fit ${option.fit.kind}`}>
          {fitSentence(option.fit, search.party, language)} {lawSentence(option.fit, language)}
        </p>
      )}
      <OpeningLine option={option} telling={telling} />
      <Counts counts={option.counts} telling={telling} opening={where && option.opening} />
      <Call phone={place.phone} language={language} />
      <Live telling={telling} placeIds={[place.placeId]} refresh />
      <WayThere tonight={tonight} where={where} region={region} telling={telling}>
        {drawing && option.best && <DrawnMap drawing={drawing} title={words.wayMap} />}
      </WayThere>
      <BusesNearPlace found={access} where={where} language={language} />
      <h2>{words.tonight}</h2>
      <ul className="plain">
        {hours
          .map((line) => hoursSentence(line, telling))
          .map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
      </ul>
      <h2>{words.rules}</h2>
      <Rules rules={place.rules} admits={place.admits} language={language} />
      <Sources place={place} language={language} />
      <TakeAlong place={place} qr={qr} language={language} />
    </Page>
  );
}

function Title({ tonight, language }: { tonight: PlaceTonight; language: Language }) {
  const { place } = tonight.option;
  const words = placeWords[language];
  const { address, city, zip, approximate } = place.site;
  return (
    <>
      <h1 className="place-name">
        <KindMark kind={place.kind} /> {place.name}
      </h1>
      <p>
        {openingWords[language].kinds[place.kind]}. {words.by(place.organization)}.
      </p>
      {place.about && <p>{wordsIn(place.about, language)}</p>}
      {address && <address>{[address, city, zip].filter(Boolean).join(", ")}</address>}
      {approximate && <p className="small">{words.approximate}</p>}
    </>
  );
}

function Call({ phone, language }: { phone: string | null; language: Language }) {
  const words = placeWords[language];
  if (!phone) return <p>{words.noPhone}</p>;
  return (
    <p className="actions">
      <a className="call" href={dial(phone)}>
        {words.call(phone)}
      </a>
    </p>
  );
}
