/** Words that say one thing. To teach the house a word, add it to a row; to teach it a thing, add a row. */
export type Family = {
  /** Stands in claims as `event.action` or `counted.head`. */
  readonly key: string;
  /**
   * Words and phrases, comma-separated, irregular forms written out; regular ones come from the stemmer. A phrase may
   * have other words between its own.
   */
  readonly words: string;
};

/** What is counted, by head noun. */
export const THING_FAMILIES: readonly Family[] = [
  { key: "drone", words: "drone, UAV, UAS, unmanned aerial vehicle, unmanned aircraft, uncrewed aircraft, quadcopter" },
  { key: "missile", words: "missile" },
  {
    key: "troop",
    words:
      "troop, soldier, serviceman, servicemen, servicewoman, servicewomen, serviceperson, military personnel, troops, infantryman, infantrymen, servicemember, contingent",
  },
  {
    key: "person",
    words:
      "person, people, persons, individual, human, man and woman, men and women, soul, inhabitant, resident, citizen",
  },
  { key: "civilian", words: "civilian, noncombatant, bystander" },
  { key: "child", words: "child, children, minor, boy, girl, teenager, youngster, infant, baby" },
  { key: "woman", words: "woman, women" },
  { key: "man", words: "man, men" },
  { key: "student", words: "student, pupil, schoolchild, schoolchildren" },
  { key: "patient", words: "patient" },
  { key: "passenger", words: "passenger, traveller, traveler" },
  { key: "crew", words: "crew, crew member, sailor, crewman, crewmen" },
  { key: "tourist", words: "tourist, holidaymaker, vacationer" },
  { key: "migrant", words: "migrant, immigrant, asylum seeker" },
  { key: "refugee", words: "refugee" },
  { key: "evacuee", words: "evacuee" },
  { key: "prisoner", words: "prisoner, inmate, captive, detainee, prisoner of war, POW" },
  { key: "hostage", words: "hostage" },
  { key: "journalist", words: "journalist, reporter" },
  {
    key: "police-officer",
    words: "police officer, policeman, policemen, policewoman, policewomen, constable, officer",
  },
  { key: "firefighter", words: "firefighter, fireman, firemen" },
  { key: "rescuer", words: "rescuer, rescue worker" },
  { key: "spectator", words: "spectator, attendance, onlooker" },
  // Also what is counted as protests: "protester" and "protest" have one stem.
  { key: "protester", words: "protester, protestor, demonstrator, marcher, rallygoer, crowd, participant, attendee" },
  { key: "striker", words: "striker, picket" },
  { key: "worker", words: "worker, employee, staff, staffer, job, workforce" },
  { key: "position", words: "position, post, role" },
  { key: "voter", words: "voter, elector, electorate" },
  { key: "victim", words: "victim" },
  { key: "casualty", words: "casualty, casualties, loss, losses" },
  { key: "death", words: "death, dead, fatality, death toll, toll, life, lives" },
  { key: "injury", words: "injury, injured, wounded" },
  { key: "case", words: "case, infection" },
  { key: "vote", words: "vote, ballot" },
  { key: "seat", words: "seat" },
  { key: "turnout", words: "turnout" },
  { key: "home", words: "home, house, dwelling" },
  { key: "household", words: "household, family" },
  { key: "customer", words: "customer, subscriber, client" },
  { key: "building", words: "building, structure" },
  { key: "flight", words: "flight" },
  { key: "airport", words: "airport, airfield, aerodrome" },
  { key: "aircraft", words: "aircraft, plane, airplane, aeroplane, jet, warplane" },
  { key: "helicopter", words: "helicopter, chopper" },
  { key: "ship", words: "ship, vessel, boat, ferry" },
  { key: "vehicle", words: "vehicle" },
  { key: "car", words: "car, automobile" },
  { key: "tank", words: "tank" },
  { key: "train", words: "train" },
  { key: "school", words: "school" },
  { key: "settlement", words: "settlement, village, hamlet" },
  { key: "country", words: "country, nation" },
  { key: "company", words: "company, firm, business, corporation" },
  { key: "shop", words: "shop, store" },
  { key: "earthquake", words: "earthquake, quake, temblor, tremor" },
  { key: "fire", words: "fire, blaze, wildfire" },
  { key: "storm", words: "storm, hurricane, typhoon, cyclone" },
  { key: "attack", words: "attack, strike, raid, assault, airstrike, bombardment" },
  { key: "territory", words: "territory, land, ground" },
  { key: "revenue", words: "revenue, sales, turnover, takings" },
  { key: "profit", words: "profit, earnings, net income, income" },
  { key: "operating-profit", words: "operating profit, operating income, operating earnings, operating result" },
  { key: "pretax-profit", words: "pre-tax profit, pretax profit" },
  { key: "price", words: "price, cost, price tag" },
  { key: "damage", words: "damage, damages" },
  { key: "fine", words: "fine, penalty" },
  {
    key: "pay",
    words:
      "pay, wage, salary, pay rise, pay increase, wage increase, wage rise, raise, pay offer, pay demand, wage claim, pay claim, wage offer, wage demand",
  },
  { key: "lead", words: "lead, margin, majority, winning margin" },
  { key: "magnitude", words: "magnitude" },
  { key: "depth", words: "depth" },
  { key: "wind", words: "wind, gust" },
  { key: "rain", words: "rain, rainfall, precipitation" },
];
