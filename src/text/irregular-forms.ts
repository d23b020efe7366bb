/**
 * English words whose base the suffix rules of a stemmer cannot reach, as "base: forms". Left out are forms that are as often
 * another word in news: found stands (found, not founded), but not bound, ground, wound, lay, born, lives, leaves, slew, bit, saw as a tool.
 */
const VERBS = `
arise: arose arisen; awake: awoke awoken; bear: bore borne; beat: beaten; become: became; begin: began begun; bend: bent; bite: bitten;
bleed: bled; blow: blew blown; break: broke broken; breed: bred; bring: brought; build: built; burn: burnt; buy: bought; catch: caught;
choose: chose chosen; cling: clung; come: came; creep: crept; deal: dealt; dig: dug; do: did does done; draw: drew drawn; dream: dreamt;
drink: drank drunk; drive: drove driven; eat: ate eaten; fall: fell fallen; feed: fed; feel: felt; fight: fought; find: found; flee: fled;
fling: flung; fly: flew flown; forbid: forbade forbidden; foresee: foresaw foreseen; foretell: foretold; forget: forgot forgotten;
forgive: forgave forgiven; freeze: froze frozen; get: got gotten; give: gave given; go: goes went gone; grow: grew grown; hang: hung;
have: had has; hear: heard; hide: hid hidden; hold: held; keep: kept; kneel: knelt; know: knew known; lay: laid; lead: led; leap: leapt;
learn: learnt; leave: left; lend: lent; light: lit; lose: lost; make: made; mean: meant; meet: met; mislead: misled; mistake: mistook mistaken;
misunderstand: misunderstood; outdo: outdid outdone; overcome: overcame; overrun: overran; oversee: oversaw overseen;
overtake: overtook overtaken; overthrow: overthrew overthrown; partake: partook; pay: paid; prove: proven; rebuild: rebuilt;
repay: repaid; resell: resold; retake: retook retaken; rewrite: rewrote rewritten; ride: rode ridden; ring: rang rung; rise: rose risen; run: ran;
say: said; see: saw seen; seek: sought; sell: sold; send: sent; sew: sewn; shake: shook shaken; shine: shone; shoot: shot; show: shown;
shrink: shrank shrunk; sing: sang sung; sink: sank sunk; sit: sat; slay: slain; sleep: slept; slide: slid; smell: smelt; sow: sown;
speak: spoke spoken; spell: spelt; spend: spent; spill: spilt; spin: spun; spit: spat; spring: sprang sprung; stand: stood;
steal: stole stolen; stick: stuck; sting: stung; stride: strode; strike: struck stricken; strive: strove striven; swear: swore sworn;
sweep: swept; swell: swollen; swim: swam swum; swing: swung; take: took taken; teach: taught; tear: tore torn; tell: told;
think: thought; throw: threw thrown; tread: trod trodden; undergo: underwent undergone; understand: understood; undertake: undertook undertaken;
undo: undid undone; uphold: upheld; wake: woke woken; wear: wore worn; weave: wove woven; weep: wept; win: won; withdraw: withdrew withdrawn;
withhold: withheld; withstand: withstood; wring: wrung; write: wrote written`;

const NOUNS = `
man: men; woman: women; child: children; person: people; foot: feet; tooth: teeth; goose: geese; mouse: mice; louse: lice; ox: oxen;
wife: wives; knife: knives; wolf: wolves; half: halves; thief: thieves; shelf: shelves; loaf: loaves; calf: calves; wharf: wharves;
crisis: crises; analysis: analyses; thesis: theses; hypothesis: hypotheses; diagnosis: diagnoses; oasis: oases; criterion: criteria;
phenomenon: phenomena; bacterium: bacteria; index: indices; matrix: matrices; vertex: vertices; appendix: appendices; alumnus: alumni;
cactus: cacti; fungus: fungi; nucleus: nuclei; radius: radii; stimulus: stimuli; syllabus: syllabi; referendum: referenda;
airman: airmen; alderman: aldermen; assemblyman: assemblymen; businessman: businessmen; businesswoman: businesswomen; cameraman: cameramen;
chairman: chairmen; clergyman: clergymen; congressman: congressmen; congresswoman: congresswomen; councilman: councilmen; crewman: crewmen;
fireman: firemen; fisherman: fishermen; foreman: foremen; frontman: frontmen; frogman: frogmen; gentleman: gentlemen; grandchild: grandchildren;
guardsman: guardsmen; gunman: gunmen; henchman: henchmen; infantryman: infantrymen; layman: laymen; lawman: lawmen; militiaman: militiamen;
ombudsman: ombudsmen; policeman: policemen; policewoman: policewomen; postman: postmen; rifleman: riflemen; salesman: salesmen;
schoolchild: schoolchildren; seaman: seamen; serviceman: servicemen; servicewoman: servicewomen; spokesman: spokesmen;
spokesperson: spokespeople; spokeswoman: spokeswomen; sportsman: sportsmen; statesman: statesmen; stepchild: stepchildren;
strongman: strongmen; tribesman: tribesmen; workman: workmen`;

/** From an irregular form to its base, both lower case: fell → fall, men → man. */
export const IRREGULAR_FORMS: ReadonlyMap<string, string> = new Map(
  `${VERBS};${NOUNS}`.split(";").flatMap((entry) => {
    const [base = "", forms = ""] = entry.trim().split(": ");
    return forms.split(" ").map((form): [string, string] => [form, base]);
  }),
);
