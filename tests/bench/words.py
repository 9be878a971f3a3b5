"""The words that made-up offers are put together from."""

LANGUAGES = [  # code, own name, direction
    ("en", "English", "ltr"), ("cy", "Cymraeg", "ltr"), ("pl", "Polski", "ltr"),
    ("ar", "العربية", "rtl"), ("ur", "اردو", "rtl"), ("bn", "বাংলা", "ltr"),
    ("zh", "中文", "ltr"), ("ro", "Română", "ltr"), ("pa", "ਪੰਜਾਬੀ", "ltr"),
    ("uk", "Українська", "ltr"), ("so", "Soomaali", "ltr"), ("pt", "Português", "ltr"),
]

SYLLABLES = {
    "cy": "llan gwas an aeth ydd wyn mor caer dref ion ol eth dyn gwy lle pob cym ru hel fa plant wa cyf eir gor".split(),
    "pl": "prze sta wie nie dzie cko ro dzi na wsp arc ie szko ła pra ca ży cie mło dy oso ba grup ą ę śc tyn kow".split(),
    "ar": list("ابتجحدرسشعفقكلمنهوي") + "ال مع من في".split(),
    "ur": list("ابپتٹجچحدرزسشعفقکگلمنوہی") + "کے کی ہے".split(),
    "bn": "আ মা দে র স হা য় তা প রি বা শি শু কে ন্দ্র জ ন গো ষ্ঠী দি ন কা জ ভা লো".split(),
    "zh": list("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多"),
    "ro": "co pii fa mi lie ser vi ciu aju tor șco ală ti ne ret spri jin oraș ul ea ță că și re lo cal grup zi".split(),
    "pa": "ਸੇ ਵਾ ਪਰਿ ਵਾਰ ਬੱ ਚੇ ਮਦ ਦ ਸ ਕੂਲ ਲੋ ਕ ਦਿ ਨ ਕੰ ਮ ਥਾਂ ਗਰੁੱ ਪ ਭਾ ਈ ਚਾ ਰਾ".split(),
    "uk": "ді ти ро ди на під три мка шко ла гру па по слу га цен тр мі сто лю ди жит тя пра ця нов ий ого ти".split(),
    "so": "ad ee gga ca ru ur qo ys ka wa xb ar sho bu lsho maga alo ca awi mo dad ka ku iy oo le".split(),
    "pt": "ser vi ço cri an ças fa mí lia apo io esco la gru po ci da de jo vem tra ba lho ção bem mu ni cí pio".split(),
}

QUALITIES = """friendly local weekly relaxed structured accessible practical welcoming small specialist outdoor
creative gentle supportive one-to-one drop-in after-school short-term volunteer-led evening""".split()
NOUNS = """group session activity programme course workshop clinic advice service play-scheme club meeting support-plan
assessment equipment transport training respite mentoring counselling sport music art cooking gardening reading
homework mobility benefits housing safety wellbeing carers early-years youth family""".split()
PEOPLE = """children young-people parents carers families adults older-people newcomers students teenagers toddlers
grandparents foster-carers neighbours residents volunteers""".split()
VERBS = "offers provides runs organises arranges delivers supports hosts leads plans shares reviews".split()
DEEDS = "join book attend learn meet talk practise play rest ask call visit register plan share help try".split()
TOWNS = """Ashford-Green Brookside Castle-Hill Dunmere Eastgate Fernley Granton Highmoor Ivybridge Kingsway Larkfield
Millbank Northcote Oakhurst Priory Quayside Riverside Stonebridge Thornton Upperfold Valley-Road Westbourne
Yewdale""".split()
STREETS = "High Station Church Mill Park Victoria Albert School Orchard Bridge Market Chapel Grove Manor".split()
STREET_KINDS = "Street Road Lane Avenue Close Terrace Way".split()
FIRST = "Aisha Ben Carys Daniel Ewa Farah George Hana Ioan Jo Kamal Lucy Maria Nia Omar Priya Rhys Sian Tom".split()
LAST = "Ahmed Brown Clarke Davies Evans Fraser Hughes Iqbal Jones Khan Lewis Morgan Nowak Owen Patel Singh".split()
BODIES = ["Trust", "Association", "Charity", "CIC", "Council team"]
BUILDINGS = [("Community Centre", "community"), ("Library", "library"), ("Family Hub", "family-hub"),
             ("Clinic", "clinic"), ("School", "school")]
ROLES = ["Manager", "Enquiries", "Referrals"]
TOPICS = """early-years childcare parenting send short-breaks schools youth-clubs sport arts music libraries health
mental-health autism speech-language physiotherapy housing money-benefits debt-advice legal-advice employment training
volunteering transport carers bereavement domestic-abuse food-banks community-centres faith""".split()

# The words of the program's enumerations, as its tables label them: context, word, label.
DELIVERY = [("in-person-group", "In a group"), ("in-person-1-1", "One to one"), ("virtual-group", "In a group online"),
            ("clinic", "At a clinic"), ("home-visit", "At your home"), ("helpline", "By phone"),
            ("self-directed", "In your own time"), ("peer-support", "With other parents"), ("app", "With an app")]
HOW_TO_GET = [("drop-in", "Just turn up"), ("book", "Book a place"), ("self-refer", "Call, text or email"),
              ("referral", "Ask your GP, midwife or health visitor")]
ON_REQUEST = [("yes", "Yes"), ("on request", "If you ask"), ("no", "No")]
ACCESS = [("step-free", "Step-free access"), ("accessible-toilet", "Accessible toilet"),
          ("changing-places", "Changing Places toilet"), ("hearing-loop", "Hearing loop"),
          ("baby-changing", "Baby changing"), ("breastfeeding-friendly", "Breastfeeding friendly"),
          ("quiet-room", "Quiet room"), ("parking", "Parking"), ("blue-badge-parking", "Blue Badge parking"),
          ("bus-nearby", "Bus stop nearby"), ("buggy-park", "Buggy park")]
LABELS = [("delivery", DELIVERY), ("how_to_get", HOW_TO_GET), ("on_request", ON_REQUEST), ("access", ACCESS)]

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

# The words of both themes.
WORDS = {
    "skip": "Skip to main content",
    "cookies": "We use essential cookies to make this site work. We would like to set optional cookies to understand "
               "how you use the site.",
    "cookies_ok": "Accept optional cookies", "cookies_no": "Reject optional cookies", "menu": "Menu",
    "search": "Search services", "search_hint": "Try a name, a place or a subject", "go": "Search", "home": "Home",
    "change_language": "Change language", "at_a_glance": "At a glance", "about": "About this service",
    "provider": "Provided by", "delivery": "How it is given", "ages": "Age range", "who_for": "Who it is for",
    "cost": "Cost", "how_to_get": "How to get it", "areas": "Area covered", "languages": "Languages spoken",
    "interpreters": "Interpreters", "bsl": "British Sign Language", "travel": "Getting there",
    "checked": "Last reviewed", "changed": "Last updated", "reference": "Reference", "sessions": "Sessions",
    "sessions_hint": "Times can change in school holidays. Contact the service before you travel.", "day": "Day",
    "time": "Time", "where": "Where", "note": "Note", "venues": "Where it takes place", "map": "Show on a map",
    "directions": "Get directions", "features": "Building features", "contact": "Contact", "phone": "Phone",
    "email": "Email", "web": "Website", "share": "Share or print this page", "print": "Print this page",
    "report": "Report a mistake on this page",
    "report_hint": "The information is supplied by the provider and checked by the council at least once a year.",
    "back_top": "Back to top", "topics": "Subjects", "free": "Free", "charge": "There is a charge",
    "foot_council": "The council", "foot_help": "Help", "foot_site": "About this site", "foot_follow": "Follow us",
    "jobs": "Jobs", "news": "News", "councillors": "Councillors", "meetings": "Meetings and decisions",
    "budget": "Budget and spending", "contact_us": "Contact us", "complaints": "Complaints",
    "emergency": "Emergencies out of hours", "video": "Sign language video service",
    "offices": "Offices and opening hours", "accessibility": "Accessibility statement", "privacy": "Privacy notice",
    "cookies_page": "Cookies", "terms": "Terms and conditions", "add_service": "Add your service",
    "facebook": "Facebook", "youtube": "YouTube", "instagram": "Instagram", "newsletter": "Newsletter sign-up",
    "rights": "All content is available under the Open Government Licence, except where otherwise stated.",
}
FOOT = [("foot_council", ["jobs", "news", "councillors", "meetings", "budget"]),
        ("foot_help", ["contact_us", "complaints", "emergency", "video", "offices"]),
        ("foot_site", ["accessibility", "privacy", "cookies_page", "terms", "add_service"]),
        ("foot_follow", ["facebook", "youtube", "instagram", "newsletter"])]
