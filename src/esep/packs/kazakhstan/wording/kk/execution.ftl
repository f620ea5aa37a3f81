# Бұрын берілген тапсырмалардың орындалуы және өткен кездесумен салыстыру. Сандар карточкалардан алынады.

section-execution = Бұрын берілген тапсырмалардың орындалуы
section-last-meeting = Өткен кездесумен салыстыру

## How many stand how
execution-summary = Бұрын берілген тапсырмалар – { FIGURE($given, form: "bare") }. Орындалып, бақылаудан алынған тапсырмалар – { FIGURE($executed, form: "bare") }. Мерзімі өткен тапсырмалар – { FIGURE($overdue, form: "bare") }.
tile-count = { NAME($indicator, short: "yes") }
figure-bare = { FIGURE($level, form: "bare") }
named-count = { NAME($indicator) } – { FIGURE($level, form: "bare") }.
execution-made-up = Тапсырма карточкалары көрсету үшін ойдан құрастырылған: бұлар нақты тапсырмалар емес.

## Each instruction
caption-execution = Бұрын берілген тапсырмалардың орындалуы, { DAY($on, case: "attributive") } жағдай бойынша
note-execution = Жай-күйі әр карточканың журналы бойынша { DAY($on, case: "attributive") } жағдайға есептелген. Есеп карточканы жаппайды: бақылаудан тек тапсырма берген деңгей ғана алады, мерзімін де сол ғана ұзартады. Жұмыс істемейтін күнге түскен мерзім жұмыс күніне ауыстырылған. Тапсырмалар мен есептердің сөзі жазылған күйінде берілген.
note-withheld = Қызмет бабында пайдалануға арналған тапсырмалар келтірілмейді.
column-instruction = Тапсырма
column-executor = Орындаушы
column-deadline = Мерзімі
column-standing = Жай-күйі
column-last-report = Соңғы есеп
column-report-words = Есептің мазмұны
given-by = { DAY($given) } – { $issuer }
given-by-level = { DAY($given) } – { $issuer } ({ $level })
plain-words = { $text }
no-executor = тағайындалмаған
no-report = есеп келмеген
deadline-date = { DAY($deadline, case: "dative") } дейін
deadline-moved = { DAY($deadline, case: "dative") } дейін (бастапқысы – { DAY($first, case: "dative") } дейін)
deadline-none = белгіленбеген
deadline-none-rhythm = мерзімсіз, есеп { $rhythm }
deadline-permanent = тұрақты бақылау
deadline-permanent-rhythm = тұрақты бақылау, есеп { $rhythm }
standing-executed = Орындалды, { DAY($closed, case: "locative") } бақылаудан алынды.
standing-cancelled = { DAY($closed, case: "locative") } күші жойылды.
standing-merged = { DAY($closed, case: "ablative") } бастап өзге тапсырманың құрамында бақыланады.
standing-overdue = Мерзімінен { FIGURE($level, case: "dative") } кешіккен.
standing-days-over = Кешігу { FIGURE($level, case: "accusative") } құрады.
standing-at-risk = Орындалмау қаупі бар.
standing-on-track = Мерзімінде орындалып жатыр.
standing-in-execution = Орындалып жатыр.
standing-report-submitted = Есеп ұсынылды, ол бойынша шешім жоқ.
standing-returned = Есеп пысықтауға қайтарылды.
standing-missing = Қатарынан { FIGURE($level) } келмеген.
standing-without-measure = Өлшенетін нәтижесі айқындалмаған.
standing-without-rhythm = Есеп беру жиілігі белгіленбеген.
extension-asked = { DAY($until, case: "dative") } дейін ұзарту сұралды, шешім жоқ.
extension-refused = Ұзартудан бас тартылды.
extension-late = Ұзарту мерзім өткеннен кейін сұралды.
judged-green = Жауапты адамның бағасы – жасыл.
judged-amber = Жауапты адамның бағасы – сары.
judged-red = Жауапты адамның бағасы – қызыл.

## Against the trajectory
caption-trajectories = Тапсырмалардың көрсеткіштері және олардың траекториясы, { DAY($on, case: "attributive") } жағдай бойынша
note-trajectories = Түпкі мақсатпен емес, траекторияның дәл осы күнге талап ететін мәнімен салыстырылады. Белгісіз мән артта қалу болып есептеледі; есептер қатарынан келмесе, баға төмендейді.
column-due = Осы күнгі жоспар
column-actual = Нақты мәні
column-colour = Бағасы
figure-dated = { FIGURE($level) } ({ PERIOD($level) })
figure-reported = { FIGURE($level, form: "bare") } (орындаушының есебі бойынша, { PERIOD($level) })
colour-green = Деректер бойынша – жасыл.
colour-amber = Деректер бойынша – сары.
colour-red = Деректер бойынша – қызыл.

## What is missing, what returns
lacking-intro = Бұл тапсырмалардың орындалуын тексеру мүмкін емес: мерзімі, нәтижесі, есеп беру жиілігі немесе орындаушысы көрсетілмеген.
caption-lacking = Тапсырмаларда не жетіспейді және не ұсынылады
column-lacking = Ұсыныс
lacking-deadline = Орындау мерзімін белгілеу.
lacking-measure = Өлшенетін нәтижені айқындау.
lacking-measure-by = Өлшенетін нәтижені айқындау, мысалы, мына көрсеткіштер бойынша: { LIST($proposed) }.
lacking-rhythm = Есеп беру жиілігін белгілеу.
lacking-executor = Орындаушыны тағайындау.
returns-intro = Кездесуден кездесуге қайталанатын тапсырмалар:
returns-confirmed = «{ $words }» ({ DAY($given) }) – { DAY($before, case: "attributive") } «{ $earlier }» тапсырмасының жалғасы.
returns-proposed = «{ $words }» ({ DAY($given) }) { DAY($before, case: "attributive") } «{ $earlier }» тапсырмасын қайталайтын сияқты.
stressed-earlier = Сондай-ақ { DAY($given, case: "locative") } мыналарға назар аударылды:

## Beside the last meeting
caption-since = { DAY($meeting, case: "attributive") } кездесудегі және қазіргі көрсеткіштер
note-since = Көрсеткіштер әр кездесу күніне қарай дерегі әдетте жарияланатын ең соңғы кезең бойынша және бір редакцияда берілген. Әр санның өз кезеңі бар; айырма кезеңдер мен шекаралар салыстыруға келсе ғана келтіріледі.
caption-said-then = { DAY($meeting, case: "attributive") } кездесуде айтылғаны және оның қазіргі мәні
note-said-then = { DAY($meeting, case: "attributive") } кездесудің мәліметтері айтылған күйінде берілген.
caption-rebaselined = { DAY($meeting, case: "attributive") } кездесуден кейін қайта қаралған жоспарлы көрсеткіштер
column-then = { DAY($meeting, case: "attributive") } кездесуде
column-said-then = { DAY($meeting, case: "locative") } айтылғаны
column-now = Қазір
column-difference = Айырма
column-judgement = Салыстырмалылығы
column-card = Карточка
column-promise = Жоспарлы көрсеткіш
column-first = Бастапқысы
card-of = { $text } ({ $register })
figure-then = { FIGURE($level) }{ $level_dated ->
    [yes] {" "}({ PERIOD($level) }{ $rank_known ->
        [yes] ; { FIGURE($rank) }
       *[no] {""}
      })
   *[no] {""}
  }
figure-then-counted = { FIGURE($level, form: "bare") }{ $level_dated ->
    [yes] {" "}({ PERIOD($level) }{ $rank_known ->
        [yes] ; { FIGURE($rank) }
       *[no] {""}
      })
   *[no] {""}
  }
held-comparable = салыстыруға болады
held-current-prices = салыстыруға болады; айырмаға бағаның өзгеруі кіреді
held-own-base = қарқындарын салыстыруға болады, әрқайсысы алдыңғы жылға
held-nothing-newer = бұдан жаңа дерек жоқ
held-not-known = қазір дерек жоқ
held-other-span = салыстырылмайды: кезеңдері әртүрлі
held-undated = салыстырылмайды: кезеңі аталмаған
held-other-borders = салыстырылмайды: шекара өзгерген
held-plan-and-fact = салыстырылмайды: жоспар мен нақты мән
held-other-source = салыстырылмайды: дереккөздері әртүрлі
