/** Words that British and American papers spell differently, as "British American". One base form stands for all that share its stem. */
const PAIRS = `
defence defense, offence offense, licence license, pretence pretense, centre center, metre meter, kilometre kilometer, centimetre centimeter,
millimetre millimeter, litre liter, theatre theater, fibre fiber, calibre caliber, sabre saber, sceptre scepter, manoeuvre maneuver, lustre luster,
colour color, honour honor, labour labor, harbour harbor, neighbour neighbor, neighbourhood neighborhood, favour favor, favourite favorite,
favourable favorable, rumour rumor, armour armor, armoury armory, behaviour behavior, vapour vapor, humour humor, endeavour endeavor, tumour tumor,
parlour parlor, rigour rigor, vigour vigor, odour odor, saviour savior, splendour splendor, honourable honorable, colourful colorful,
organise organize, organisation organization, recognise recognize, realise realize, criticise criticize, emphasise emphasize, authorise authorize,
authorisation authorization, apologise apologize, mobilise mobilize, mobilisation mobilization, stabilise stabilize, stabilisation stabilization,
destabilise destabilize, neutralise neutralize, militarise militarize, demilitarise demilitarize, demilitarisation demilitarization,
normalise normalize, privatise privatize, nationalise nationalize, legalise legalize, characterise characterize, prioritise prioritize,
summarise summarize, symbolise symbolize, sympathise sympathize, utilise utilize, finalise finalize, jeopardise jeopardize,
scrutinise scrutinize, hospitalise hospitalize, hospitalisation hospitalization, penalise penalize, modernise modernize, modernisation modernization,
minimise minimize, maximise maximize, optimise optimize, specialise specialize, terrorise terrorize, traumatise traumatize,
victimise victimize, harmonise harmonize, centralise centralize, decentralise decentralize, capitalise capitalize, colonise colonize,
civilisation civilization, urbanisation urbanization, globalisation globalization, vaporise vaporize, vandalise vandalize, radicalise radicalize,
formalise formalize, publicise publicize, subsidise subsidize, immunise immunize, sterilise sterilize, weaponise weaponize,
analyse analyze, paralyse paralyze, catalyse catalyze, grey gray, plough plow, programme program, aeroplane airplane, tyre tire, mould mold,
travelled traveled, travelling traveling, traveller traveler, fuelled fueled, fuelling fueling, labelled labeled, modelling modeling,
signalled signaled, signalling signaling, totalled totaled, totalling totaling, levelled leveled, counsellor counselor, channelled channeled,
tunnelling tunneling, marshalled marshaled, ageing aging, judgement judgment, sceptic skeptic, sceptical skeptical, catalogue catalog,
enrol enroll, fulfil fulfill, instalment installment, skilful skillful, jewellery jewelry, storey story, sulphur sulfur, aluminium aluminum,
anaemia anemia, paediatric pediatric, oestrogen estrogen, foetus fetus, haemorrhage hemorrhage, orthopaedic orthopedic, archaeology archeology,
pyjamas pajamas, moustache mustache, cosy cozy, draught draft`;

/** British and American base forms, lower case, in that order. */
export const SPELLINGS: readonly (readonly [british: string, american: string])[] = PAIRS.split(",").map((pair) => {
  const [british = "", american = ""] = pair.trim().split(" ");
  return [british, american];
});
