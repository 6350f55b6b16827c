/** One place, whole: what it is, whether it takes you tonight, the way there, and the morning after. */
import type { AccessFound } from "~/domain/access";
import type { Drawing } from "~/domain/drawn/drawing";
import type { PlaceTonight } from "~/domain/place-tonight";
import type { Region } from "~/domain/region";
import { searchQuery, type Search } from "~/domain/search";
import type { Found } from "~/domain/where/where";
import { doorWords } from "~/text/door";
import { fitSentence, lawSentence } from "~/text/fit";
import type { Language } from "~/text/language";
import { placeWords } from "~/text/place";
import { AlertLink } from "~/ui/alert-link";
import { Counts, Extras, OpeningLine } from "~/ui/counts";
import { DoorTaps } from "~/ui/door";
import { DrawnMap } from "~/ui/drawn-map";
import { holdHref, HoldLink } from "~/ui/hold-link";
import { Live } from "~/ui/live";
import { Page } from "~/ui/page";
import { PlaceNoteSaid } from "~/ui/place-note";
import { PlaceCall } from "~/ui/place-call";
import { rideHref, RideLink } from "~/ui/ride-link";
import { HoursTonight, PlaceTitle } from "~/ui/place-facts";
import { Rules } from "~/ui/rules";
import { Sources } from "~/ui/sources";
import { TakeAlong, type PrintedQr } from "~/ui/take-along";
import { tellingOf, type Telling } from "~/ui/telling";
import { WayThere } from "~/ui/way-there";
import { BusesNearPlace } from "~/ui/week";

export type PlacePageProps = {
  language: Language;
  region: Region;
  search: Search;
  where: Found | null;
  tonight: PlaceTonight;
  /** This place's id, where a neighbor may drive the family to it. */
  driven: number[];
  access: AccessFound;
  drawing: Drawing | null;
  qr: PrintedQr;
  /** Of the form that tells of the door. */
  doorKey: string;
};

export function PlacePage(page: PlacePageProps) {
  const { language, region, search, where, tonight, access, drawing, doorKey } = page;
  const telling = tellingOf(language, region, { ...tonight, party: search.party });
  const { option } = tonight;
  const { place } = option;
  const query = searchQuery(search).toString();
  return (
    <Page language={language} region={region}>
      <p className="back">
        <a href={`/?${query}`}>{placeWords[language].back}</a>
      </p>
      <PlaceTitle place={place} language={language} />
      {where && (
        <p className={`fit ${option.fit.kind}`}>
          {fitSentence(option.fit, search.party, language)} {lawSentence(option.fit, language)}
        </p>
      )}
      <OpeningLine option={option} telling={telling} />
      <Counts counts={option.counts} telling={telling} opening={where && option.opening} />
      <Extras counts={option.counts} telling={telling} />
      <PlaceNoteSaid note={place.note} telling={telling} />
      <PlaceCall phone={place.phone} language={language}>
        {where && <HoldLink option={option} href={holdHref(place.placeId, search)} telling={telling} />}
        {where && <AlertLink option={option} search={search} telling={telling} />}
      </PlaceCall>
      <Live telling={telling} placeIds={[place.placeId]} refresh />
      <WayThere tonight={tonight} where={where} region={region} telling={telling}>
        <RideLink href={rideHref(place.placeId, page.driven, search)} language={language} />
        {drawing && option.best && <DrawnMap drawing={drawing} title={placeWords[language].wayMap} />}
      </WayThere>
      <h2>{doorWords[language].ask}</h2>
      <DoorTaps placeId={place.placeId} doorKey={doorKey} query={query} language={language} />
      <BusesNearPlace found={access} where={where} language={language} />
      <House page={page} telling={telling} />
    </Page>
  );
}

/** Its hours tonight, its rules, who says so, and the page to take along. */
function House({ page, telling }: { page: PlacePageProps; telling: Telling }) {
  const { language, tonight, qr } = page;
  const words = placeWords[language];
  const { place } = tonight.option;
  return (
    <>
      <h2>{words.tonight}</h2>
      <HoursTonight hours={tonight.hours} telling={telling} />
      <h2>{words.rules}</h2>
      <Rules {...place} language={language} />
      <Sources place={place} language={language} />
      <TakeAlong place={place} qr={qr} language={language} />
    </>
  );
}
