/** 2,048 English words a code is said in, gentle enough for any five of them to stand side by side. */

// A word's place is its meaning: codes in use are read by it. A word may be changed for another, never moved.
// No word of fear, force, sickness, drink, police, money owed, race or family; none that could be an answer to who asks for
// a bed. About 1,300 come from BIP 39's list (MIT, bitcoin/bips), which has "abuse", "orphan" and "gun".
export const ENGLISH_CODE_WORDS = `
  abacus ability able absent absorb abstract access account achieve acorn acoustic acquire acre acrobat act
  action actor actress actual adapt add address advance advice aerobic afar affair afford afloat age agree aim
  air airport airy aisle alcove alfalfa alike alley allow almanac almond aloe aloha alone alpha alpine alter
  amateur amazing amber amethyst amid among amount ample amuse analyst anchor ancient angle animal anise ankle
  announce annual another answer antenna anthem antique antler anvil anyway apart apology appear apple april
  apron aqua arcade arch arctic arena arm armchair armrest arrange arrive art artist artwork ashore ask aspect
  asset assist assume aster athlete atom atop atrium attend attitude attract auction audit august author auto
  autumn avenue average avocado awake aware away awesome awhile axis azalea azure bacon badge bag bagel bakery
  baking balance balcony ball balmy balsa bamboo banana banner barely bargain barista barley barn barrel base
  basic basket bassoon batch bath baton bayou bazaar beach bead beak beam bean beauty bedrock beef beetle
  begin believe bell belt benefit beret berry beside best better bicycle bike bind biology birch bird birth
  biscuit bison bistro blade blanket blazer blend blimp bloom blossom blouse blue blur board boat bobcat body
  bold bolt bonanza bonnet bonus book boost borrow boulder bounce bouquet bow box boxcar bracket braid bramble
  brand brass brave bread breeze briar brick bridge brief bright brim bring brisk broccoli bronze broom brunch
  brush bubble buckle bud buddy budget buffalo bugle build bulb bulk bulldog bumper bundle bungalow bunny
  bunting burger burlap bus bush business busy butter buyer buzz bygone cabana cabbage cabin cable cactus
  caddie cadence cake calcium calendar calico call calm calypso camera camp can canal candy canister canoe
  canteen canvas canyon capable cape capital captain car caramel card cargo caring carol carpet carry cart
  cash castle casual catalog category cattle cause cave cedar ceiling celery cello cement century cereal
  certain chair chalk champion change chapter charge chat check cheddar cheese chef cherry chess chicken chief
  chili chimney chipmunk chirp chive choice chorus chowder chuckle chunk churn cinema cinnamon circle citrus
  city civil clap clarify clasp clay clean clerk clever click client climb clip cloak clock closet cloth cloud
  clover club cluster clutch coach coast coax cobalt cobbler coconut code coffee coin colander collect color
  colt column combine come comfort comic common company concert conduct confirm connect consider control
  convince cook cool copper copy coral core cork corn correct cosmic cost cotton couch country couple course
  cover coyote cozy cradle craft crane crate cream credit creek crescent crew cricket crisp crocus crop cross
  crowd cruise crystal cubby cube cucumber cuddle culture cup cupboard cupcake cupola curious curly current
  cursor curtain curve cushion custom cute cutlery cycle cymbal cypress daffodil dahlia daily dainty dairy
  daisy dance dapper darling date dawn day daybreak dazzle deal decade december decide deck decorate deed deer
  define degree deliver denim depth describe design desk dessert detail develop device dewdrop diagram diamond
  diary diet differ digital dignity dill dime dimple diner dingo dinner dinosaur dipper direct discover dish
  display distance divide document doily doll dolphin domain domino donate donkey donor donut doodle door
  double dough dove dozen draw dream dress drive drum dry duck duet duke dumpling dune durable during dustpan
  duty duvet dynamic eager eagle early earmuff earn earth easel easily east easy ebony echo eclair ecology
  economy edge edible edit educate effort egg eggplant either elastic elbow electric elegant element elephant
  elevator elf elk elm emblem embody embrace emerge emotion employ empower emu enable enact enamel encore
  endive endorse energy engage engine enhance enjoy enlist enough enrich enroll ensure enter entry envelope
  epic episode equal equip era eraser errand espresso essay essence estate ethics evoke evolve exact example
  exchange excite exercise exhibit exist exotic expand explain express extend extra eyebrow fable fabric
  fabulous faculty falcon fame famous fan fancy fanfare fantasy farm fashion faucet favorite fawn feast
  feature february fedora feed feel felt fence fennel fern ferry festival fiber fiction fiddle field figure
  file fillet film filter final finch find fine finger finish firefly firm first fish fit fitness fix fjord
  flag flamingo flannel flash flat flavor flax fleece flicker flight flint flip float flock floor floral floss
  flower fluent fluffy fluid flush flute foam focus fold folk follow fondue font food foot forest fork fortune
  forum forward fossil found fox foxglove foyer frame frank freckle frequent fresh friend fringe frisbee frog
  frolic front fruit fuchsia fudge fuel fun funny furnace furrow future gadget gain galaxy gallery galoshes
  game garage garden garlic garment garnish gasket gate gather gauge gaze gear gecko gelato gem general genius
  genre gentle genuine geranium gerbil gesture gift giggle ginger giraffe give glacier glad glance glass gleam
  gleeful glide glimpse glitter globe glory glove glow glue gnome goggles gold golf gong good goose gopher
  gosling gourd grace grain grant grape grass grateful gravity gray great green grid grill grin grocery grotto
  group grove grow guava guest guide guitar gull gumdrop guppy gusto gym habit haiku hair half halibut hallway
  hamlet hammer hamper hamster hand hanger happy harbor harp harvest hat hatch haven hawk haystack hazel head
  health heart heavy hedgehog heirloom helium hello helmet help hen herald herb herd hero herring hibiscus
  hickory high hike hill hinge hint history hobby hockey holiday holly honey hood hoop hoot hope horizon horn
  horse hose hover hue huge hula human humble hummus humor hyacinth hyphen icon idea igloo image imitate
  impala improve inch include income index indicate indoor industry inherit initial inkwell inlet inn inside
  inspire install intact interest invest invite involve iron island ivory ivy jacket jaguar jamboree jar
  jasmine jaunty java jazz jeans jeep jelly jersey jester jet jetty jewel jiggle jigsaw jingle job jog jogger
  join jolly jot journey joy jubilee judo jug juggle juice jukebox jumbo jump jungle junior kabob kale
  kangaroo karate kazoo keen keep kelp kennel kernel kestrel ketchup kettle key keyring kiln kilt kind kingdom
  kinship kiosk kit kitchen kite kitten kiwi knapsack knee knit knob knoll kumquat lab label lace lacquer
  ladder ladle lagoon lake lamb lamp landmark language lantern lapel laptop larch large lark lasagna lasso
  latch later lattice laugh laundry lava lavender layer leader leaf leap learn lecture legend lego leisure
  lemon lend length lens lentil leopard lesson letter level library license lichen life lift light lilac lily
  lime linen link lion list little lizard llama load lobby lobster local locket lodge lofty logic lollipop
  long loom loop lotus lounge love loyal lozenge lucid lucky luggage lullaby lumber lunar lunch lupine luster
  lute luxury lynx lyrics machine magenta magic magnet magpie mahogany mail main major make mallard mammal
  manage mandolin mango manor mansion manual maple marble march margin marine market maroon marsh marvel match
  material math matrix matter mauve meadow mean measure mechanic medal media medley mellow melody member
  memory mend mention merge merit mermaid merry mesh message metal method middle midnight mild milk mimic
  mingle minimum minnow minstrel mint minute miracle mirror misty mitten mix mixed mixture mobile moccasin
  mocha model modify mohair molasses moment monarch monitor monocle month moon moose mop moral more morning
  morsel mosaic moss motion motor motto mountain mouse movie muffin mug mulberry mulch mule multiply muscle
  museum mushroom music mussel mustard mystery myth nacho nail name napkin narwhal nation nature nautical navy
  near necklace needle net nettle network neutral news newt next nice nickel nifty night nimble noble nod
  noodle nook noon normal north notable note notice nougat novel now nozzle nugget number nurse nurture nut
  nutmeg nylon oak oat oatmeal obelisk observe obtain obvious occur ocean ocelot ocher octagon october offer
  office often oil okay old olive olympic omelet omit onion online onward opal open opinion option orange
  orbit orchard order ordinary organ orient original oriole ostrich otter outfit outing output oval oven
  overalls owl oxford oxygen oyster pact paddle padlock page pagoda pajamas palace palette palm pancake panda
  panel panther paper paprika parasol parcel parfait park parrot parsley party pass pastel path pattern pause
  pavilion paw payment peace peanut pear pebble pecan pelican pen pencil pendant penguin pennant peony people
  pepper perch perfect perky person pesto petal petunia pheasant phone photo phrase physical piano pickle
  picnic picture piece pigeon pigment pilgrim pillow pilot pine pink pinto pinwheel pioneer pitch pixel pizza
  place plaid planet plastic plate play please pledge plenty pliers plover plucky plum plus plywood pocket pod
  poem poet point polar pole polish polka pollen polo pompom pond pony poodle pool popcorn poplar popular
  porch porpoise porridge portion position possible post potato pottery pouch powder power practice praise
  praline prance prepare present pretzel pride primary print priority prism private prize process produce
  program project promote property proud provide prune public pudding puffin pull pulp pumpkin puppy purchase
  purity purpose purse put puzzle pyramid quail quality quantum quarter question quick quiet quill quinoa
  quiver quiz quote rabbit raccoon rack radar radio raffle raft rail raise rake rally rambler ranch random
  range rapid rattan raven ravioli ready reason receive recipe record recycle reef referee refill reflect
  refresh region regular reindeer rejoice relax release relief rely remain remember remind render reopen
  repeat reply report require resemble resource response result return reunion review reward rhubarb rhyme
  rhythm ribbon rice rich ridge ring rinse ripe ripple river road roam robin robot rocket roller roof rookie
  rooster rose rosy rotate round route rowan rowboat royal rubber ruby rudder ruffle rug rule rumba runway
  rural rustic saddle safe saffron salad salt sample sand sapling sardine sash satchel satisfy sauce sausage
  save say scale scarf scene scheme school science scone scoop scout screen script scroll sculpt scurry sea
  seagull search season seat seaweed second secret section security sedan seed seek select seminar senior
  sequin serenade series service sesame session setup shade shamrock share shawl sheep shell shepherd sherbet
  shift shimmer shine ship shirt shoe shop short shoulder shovel shrimp shrub shuffle side sienna sign silk
  silo silver similar simple sincere sing sip situate size skate sketch ski skill skipper skirt skylark slate
  sleeve sleigh slide slipper small smart smile smock smooth snack snail snazzy sneaker snooze snorkel
  snowdrop snug soap soar soccer social sock soda sofa soft solar solid solution solve someone sonata song
  sonnet soothe sorbet sorrel sort sound soup source south space spaniel spare spatial speak special speed
  spell spend sphere spice spiffy spin spiral splash sponsor spoon sport spot spout spray spread spring sprout
  spruce square squirrel stable stadium staff stage stairs stamp stand stapler start state steak stem stencil
  step stereo stitch stock stone story stove strap stripe strong stucco student stuff sturdy style subway
  success sugar suggest suit summer sun sundial sunhat sunlit sunny sunrise sunset super supply supreme sure
  surface surprise survey sushi sustain swallow swan swap sweater sweet swift swim swing swirl swoop sycamore
  symbol syrup system tabby table taco taffy tag tail talent talk tamarind tambour tandem tape tapioca tartan
  task tassel taste taxi teach teal team teapot teaspoon tell tempo tender tennis term terrace test text thank
  theme theory thermos thicket thimble thing thistle thought three thrive throne tiara tickle tidy tiger
  timber time tinsel tiny tissue title toboggan today toddler toffee together token tomato tomorrow tone tongs
  tonight tool tooth top topaz topic topple tortoise total toucan tourist toward tower town toy track trade
  train tram transfer travel tray treble tree trek trellis trinket trio trip trolley trombone trophy trot
  trout trowel truck true truffle truly trumpet trust truth tuba tube tugboat tuition tulip tuna tundra tureen
  turkey turnip turtle tutu tuxedo tweed twig twilight twin twirl twist type typical ukulele umbrella umpire
  uncover unfold uniform union unique unit universe unlock unveil upbeat update upgrade uphill uphold upland
  upper upward urban usage useful usual utility vacation valid valley valve van vanilla vapor various varnish
  vase vast vault veggie vehicle velvet vendor venture venue veranda version vessel viaduct vibrant view
  village vine vintage viola virtual visit visual vivid vocal voice volley volume voyage wafer waffle wagon
  walk wall walnut walrus waltz wander warbler wardrobe warm wash water wave way wealth weather weaver web
  wedding weekend welcome west whale wheat wheel whimsy whirl whisper whittle wicker wide widget wiggle willow
  win window wink winner wisdom wise wish wizard wombat wonder wool word work world worth woven wrap wreath
  wren yacht yam yard yarn yarrow year yeast yellow yodel yogurt yolk yonder young yucca yummy zebra zephyr
  zest zinnia zipper zither zone zoom zucchini
`
  .trim()
  .split(/\s+/);
