import type { Family } from "./thing-families.ts";

export type ActionFamily = Family & {
  /** `agents`: what is counted belongs to whoever does it ("Norway deployed 300 troops" counts Norwegian troops). */
  readonly owners?: "agents";
  /** True for verbs that only say that it is so ("stands at", "reported"): they fit any other action of a thing that names itself ("revenue"). */
  readonly neutral?: true;
};

/** What is done to what is counted. The first word of a phrase is the main verb or the noun made of it. */
export const ACTION_FAMILIES: readonly ActionFamily[] = [
  // War and violence.
  {
    key: "shoot-down",
    words:
      "shoot down, shot down, down, bring down, brought down, intercept, interception, take down, took down, taken down, neutralize, neutralise",
  },
  {
    key: "launch",
    words: "launch, fire, send, sent, unleash, release, fire off, let loose, dispatch",
    owners: "agents",
  },
  {
    key: "jam",
    words:
      "jam, lose track, lost track, lost to jamming, lose course, lost course, lose to interference, lost to interference, lose way, lost way",
  },
  {
    key: "attack",
    words: "attack, strike, struck, hit, raid, bomb, shell, bombard, bombardment, pound, assault, airstrike",
  },
  { key: "enter", words: "enter, fly into, flew into, target, cross into, crossed into" },
  {
    key: "kill",
    words:
      "kill, die, dead, death, slay, slain, slew, perish, lose life, lost life, lose their lives, lost their lives, claim life, claim lives, fatal, fatality, murder, shoot dead, shot dead, death toll, succumb, drown",
  },
  { key: "wound", words: "wound, injure, injury, hurt, maim, hospitalise, hospitalize" },
  {
    key: "casualties",
    words:
      "casualty, casualties, loss, suffer losses, take losses, suffer casualties, take casualties, killed and wounded, killed or wounded, killed and injured, killed or injured",
    owners: "agents",
  },
  { key: "missing", words: "missing, go missing, went missing, gone missing, unaccounted, disappear, vanish" },
  { key: "capture", words: "capture, take prisoner, took prisoner, taken prisoner, surrender, imprison" },
  {
    key: "deploy",
    words:
      "deploy, deployment, station, mass, amass, gather force, muster, arrive, arrival, concentrate, send troops, sent troops, move in, build up, built up, buildup",
    owners: "agents",
  },
  {
    key: "withdraw",
    words: "withdraw, withdrew, withdrawn, withdrawal, pull out, pull back, retreat",
    owners: "agents",
  },
  {
    key: "mobilise",
    words: "mobilise, mobilize, mobilisation, mobilization, call up, conscript, draft, recruit",
    owners: "agents",
  },
  { key: "abduct", words: "abduct, kidnap, take hostage, took hostage, taken hostage, hold hostage, held hostage" },
  {
    key: "free",
    words:
      "free, freed, set free, rescue, pull out alive, pulled out alive, pull alive, pulled alive, pull from rubble, pulled from rubble, save life, saved life",
  },
  { key: "exchange", words: "exchange, swap" },
  // Land and things.
  {
    key: "seize",
    words:
      "seize, take control, took control, gain, conquer, occupy, overrun, retake, retook, recapture, win back, won back",
  },
  { key: "lose", words: "lose, lost, forfeit, cede", owners: "agents" },
  {
    key: "destroy",
    words:
      "destroy, destruction, demolish, wipe out, flatten, level, raze, burn down, burnt down, burned down, gut, wreck, collapse",
  },
  { key: "damage", words: "damage, harm, batter" },
  { key: "flood", words: "flood, inundate, submerge, swamp" },
  { key: "burn", words: "burn, scorch, char, blacken" },
  // Disasters and health.
  {
    key: "displace",
    words:
      "displace, displacement, evacuate, evacuation, flee, fled, leave home, left home, uproot, make homeless, left homeless, leave homeless, homeless, lose home, lost home",
  },
  {
    key: "infect",
    words: "infect, infection, contract, test positive, fall ill, fell ill, fallen ill, sicken, diagnose",
  },
  { key: "treat", words: "treat, admit, take to hospital, took to hospital, taken to hospital, rush to hospital" },
  { key: "vaccinate", words: "vaccinate, vaccination, inoculate, jab, immunise, immunize" },
  { key: "find", words: "find, found, unearth, exhume" },
  {
    key: "cut-off",
    words:
      "cut off, without power, lose power, lost power, without electricity, lose electricity, lost electricity, black out, without water",
  },
  { key: "restore", words: "restore power, restore electricity, restore supply, restore service, reconnect" },
  { key: "fall-as-rain", words: "rain, pour, snow" },
  // Police and courts.
  {
    key: "arrest",
    words:
      "arrest, detain, detention, take into custody, took into custody, taken into custody, hold in custody, held in custody, round up",
  },
  { key: "charge", words: "charge, indict, prosecute, accuse" },
  { key: "convict", words: "convict, conviction, find guilty, found guilty" },
  { key: "sentence", words: "sentence, jail" },
  { key: "acquit", words: "acquit, acquittal, clear" },
  { key: "fine", words: "fine, penalise, penalize, order to pay, ordered to pay" },
  { key: "steal", words: "steal, stole, stolen, loot, rob, theft" },
  { key: "deport", words: "deport, deportation, expel, expulsion" },
  // Traffic and services.
  {
    key: "close",
    words:
      "close, closure, drop route, drop line, drop service, scrap route, scrap line, scrap service, axe route, axe line, axe service, shut, shut down, ground to a halt, grind to a halt, halt, suspend, suspension",
  },
  { key: "open", words: "open, reopen, resume, inaugurate" },
  { key: "divert", words: "divert, diversion, redirect, reroute" },
  { key: "cancel", words: "cancel, cancellation, scrap, call off" },
  {
    key: "delay",
    words:
      "delay, postpone, put off, open late, late opening, start late, begin late, began late, fail to open, failed to open",
  },
  { key: "crash", words: "crash, collide, collision, derail, capsize, sink, sank, sunk" },
  { key: "carry", words: "carry, aboard, on board, transport, board" },
  { key: "conduct", words: "carry out, conduct, stage" },
  // Votes and gatherings.
  { key: "vote", words: "vote, cast, poll, turn out to vote" },
  { key: "count", words: "count, tally" },
  { key: "win", words: "win, won, pick up seats, secure, take seats, took seats", owners: "agents" },
  { key: "approve", words: "approve, approval, pass, adopt, ratify, back, support" },
  {
    key: "invalidate",
    words:
      "invalidate, invalid, spoil, void, declare invalid, declared invalid, rule invalid, ruled invalid, declare void, throw out, threw out, thrown out, disqualify, discard",
  },
  { key: "oppose", words: "oppose, reject, vote against, voted against" },
  { key: "list", words: "list, name, cite, mention, enumerate" },
  { key: "sign", words: "sign, signature" },
  {
    key: "rally",
    words:
      "rally, attend, attendance, march, demonstrate, protest, take to the streets, took to the streets, turn out, join, take part, took part, taken part, participate, gather, assemble, pack, throng, crowd, draw, drew, drawn, attract, bring out, brought out, parade, walk through",
  },
  {
    key: "strike-work",
    words:
      "walk out, strike work, go on strike, went on strike, gone on strike, on strike, down tools, walkout, stop work, stopped work",
  },
  // Money and work.
  { key: "earn", words: "earn, generate, gross, net, bring in, brought in, book" },
  { key: "spend", words: "spend, spent, expenditure, pay, paid, invest, investment, disburse" },
  { key: "cost", words: "cost, price, value, worth" },
  { key: "save", words: "save money, save cost, save" },
  { key: "demand", words: "demand, ask for, call for, want, seek, sought, press for, push for" },
  { key: "offer", words: "offer, propose, put forward" },
  { key: "promise", words: "promise, pledge" },
  { key: "raise-money", words: "raise money, raise fund, donate, donation" },
  { key: "buy", words: "buy, bought, acquire, acquisition, purchase, take over, took over" },
  { key: "sell", words: "sell, sold, sale, deliver, delivery, ship, shipment" },
  { key: "produce", words: "produce, production, manufacture, build, built, construct, output" },
  { key: "export", words: "export" },
  { key: "import", words: "import" },
  {
    key: "rise",
    words:
      "rise, rose, raise, risen, increase, grow, grew, grown, growth, climb, jump, surge, soar, go up, went up, gain ground, swell, up, expand",
  },
  {
    key: "fall",
    words:
      "fall, fell, fallen, decrease, decline, drop, shrink, shrank, shrunk, slump, plunge, tumble, slide, slid, go down, went down, contract by, dip, reduce, reduction",
  },
  {
    key: "lay-off",
    words:
      "lay off, laid off, layoff, job cut, cut job, cut post, cut position, cut staff, go job, go post, lose job, lost job, lose post, lost post, eliminate job, eliminate post, eliminate position, drop job, sack, dismiss, make redundant, made redundant, redundancy, shed, fire worker, fire staff, axe",
  },
  { key: "cut", words: "cut, slash, cutback" },
  { key: "employ", words: "employ, work for, have staff, have employee, have worker, work there, work at, work in" },
  { key: "hire", words: "hire, take on, took on, create" },
  // It only says that it is so.
  {
    key: "be",
    words:
      "be, is, are, was, were, been, have, has, had, stand at, stood at, reach, hit mark, total, amount to, number, report, record, post, register, measure, come to, came to, come in at, came in at, put at, exceed, surpass, top, pass mark, estimate, average",
    neutral: true,
  },
];
