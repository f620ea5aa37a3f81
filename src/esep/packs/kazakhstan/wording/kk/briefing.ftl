# Әкімнің қазақ тіліндегі анықтамасы. Сандар деректерден алынады; мұнда бірде-біреуі жазылмаған.

## The document
title = { NAME($region) }: Мемлекет басшысына арналған анықтама
subtitle = Әлеуметтік-экономикалық даму: негізгі көрсеткіштер, салалар, жобалар және тапсырмалар
header-synthetic = Назар аударыңыз
synthetic-line = ойдан шығарылған елдің жалған деректері
header-period = Кезең
header-on = Кездесу күні
header-day = Мына күнгі мәлімет
header-data = Деректер
vintage-line = { DAY($published, case: "attributive") } жағдай бойынша ресми статистика
vintage-note = Ресми деректер { DAY($published, case: "attributive") } жағдай бойынша берілген. Кезең аяқталып, оның дерегі әдетте { DAY($on, case: "ablative") } кешіктірілмей жарияланатын болса ғана келтіріледі; бұл дәл осы мәндер сол күні жарияланған дегенді білдірмейді.
other-borders = { DAY($on, case: "attributive") } шекарадан өзге шекара бойынша берілген: { LIST($other) }.
sources-title = Дереккөздер
section-left-out = Анықтамаға енбегендер
left-out = Осы күнгі жағдай бойынша мәлімет жоқ бөлімдер: { $sections }.

label-contents = Мазмұны
label-page = Бет
label-of = /
label-page_of = {"{page}"}/{"{pages}"}-бет
label-table = {"{n}"}-кесте
label-figure = {"{n}"}-сурет
label-source = Дереккөз
label-caution = Ескертпе
label-data = Суреттің деректері
label-skip = Мәтінге өту
label-follow = Бұл санның шығу тегін көру:
label-theme = Ашық немесе қараңғы көрініс

## Sections
section-key-points = Негізгі тұжырымдар
section-economy = Экономика
section-grp = Жалпы өңірлік өнім
section-investment = Инвестициялар
section-labour = Халық және еңбек нарығы
section-zones = Индустриялық аймақтар мен жобалар
section-business = Кәсіпкерлік
section-village = Ауылды дамыту
section-schools = Мектептер
section-ecology = Экология
section-spatial = Аумақтық даму
section-instructions = Мемлекет басшысының тапсырмалары
section-problems = Проблемалық мәселелер
section-annex = Қосымша

## Key figures set large
figure-level = { FIGURE($level) }
tile-name = { NAME($indicator, short: "yes") }{ $level_dated ->
    [yes] , { PERIOD($level) }
   *[no] {""}
  }
tile-rank = көлемі бойынша{ $indicator_prices ->
    [current] , ағымдағы бағамен –
   *[other] {""}
  } { FIGURE($rank) }
tile-beside-country = { NAME($country, short: "yes") }: { FIGURE($whole) }
tile-change = алдыңғы жылмен салыстырғанда { $change_way ->
    [up] { FIGURE($change, case: "dative", form: "growth") } артық
    [down] { FIGURE($change, case: "dative", form: "growth") } кем
   *[flat] іс жүзінде өзгермеген
  }{ $indicator_prices ->
    [current] , ағымдағы бағамен
   *[other] {""}
  }

## Sentences: growth and levels
grp-level = { PERIOD($level, case: "in") } { NAME($region, case: "locative") } { NAME($indicator) } { $indicator_prices ->
    [current] ағымдағы бағамен {""}
   *[other] {""}
  }{ FIGURE($level, case: "accusative") } құрады: көлемі бойынша { FIGURE($rank) }{ $per_head_rank_known ->
    [yes] , жан басына шаққанда { $ranks_alike ->
        [yes] { FIGURE($per_head_rank, form: "place") }орын
       *[no] { FIGURE($per_head_rank) }
      }
   *[no] {""}
  }; ел экономикасындағы үлесі – { FIGURE($share) }.
grp-per-head = Жан басына шаққанда – { FIGURE($per_head) } ({ FIGURE($per_head_rank) }).
per-head-value = Жан басына шаққанда – { FIGURE($per_head) }.
volume-against-country = { PERIOD($level, case: "in") } { NAME($region, case: "locative") } { NAME($subject) } нақты мәнде { $level_way ->
    [up] { FIGURE($level, case: "dative", form: "growth") } өсті
    [down] { FIGURE($level, case: "dative", form: "growth") } төмендеді
   *[flat] іс жүзінде өзгерген жоқ
  }; жалпы ел бойынша { $whole_way ->
    [up] өсім { FIGURE($whole, form: "growth") } болды
    [down] төмендеу { FIGURE($whole, form: "growth") } болды
   *[flat] іс жүзінде өзгеріс болған жоқ
  }.
real-growth = Нақты мәнде { $level_way ->
    [up] өсім { FIGURE($level, form: "growth") } болды
    [down] төмендеу { FIGURE($level, form: "growth") } болды
   *[flat] іс жүзінде өзгеріс болған жоқ
  } (жалпы ел бойынша { $whole_way ->
    [up] өсім – { FIGURE($whole, form: "growth") }
    [down] төмендеу – { FIGURE($whole, form: "growth") }
   *[flat] іс жүзінде өзгеріс жоқ
  }).
index-against-country = { PERIOD($level, case: "in") } { NAME($subject) } { $level_year ->
    [yes] алдыңғы жылмен салыстырғанда
   *[no] алдыңғы жылғы тиісті кезеңмен салыстырғанда
  } { FIGURE($level) } болды{ $level_way ->
    [down] , яғни { FIGURE($level, case: "dative", form: "growth") } төмендеді
   *[none] {""}
  } ({ FIGURE($rank) }); жалпы ел бойынша – { FIGURE($whole) }.
index-level = { PERIOD($level, case: "in") } { NAME($indicator) } { $level_year ->
    [yes] алдыңғы жылмен салыстырғанда
   *[no] алдыңғы жылғы тиісті кезеңмен салыстырғанда
  } { FIGURE($level) } болды: базалық салалардың өнім шығарылымы { $level_way ->
    [up] { FIGURE($level, case: "dative", form: "growth") } артты
    [down] { FIGURE($level, case: "dative", form: "growth") } төмендеді
   *[flat] іс жүзінде өзгерген жоқ
  }.
index-gap = { $gap_way ->
    [up] Бұл – республикалық көрсеткіштен ({ FIGURE($whole) }) { FIGURE($gap, case: "dative", form: "gap") } жоғары.
    [down] Бұл – республикалық көрсеткіштен ({ FIGURE($whole) }) { FIGURE($gap, case: "dative", form: "gap") } төмен.
   *[flat] Бұл республикалық көрсеткішпен ({ FIGURE($whole) }) іс жүзінде бірдей.
  }
index-rank = Бұл көрсеткіш бойынша – { FIGURE($rank) }.
index-bounds = Оны құрайтын салалардың индекстері { FIGURE($lowest, case: "ablative") } { FIGURE($highest, case: "dative") } дейінгі аралықта.
branches-extremes = { PERIOD($first, case: "in") } салалар ішінде ең жоғары индекс { NAME($first_name, case: "locative") } тіркелді ({ $first_year ->
    [yes] алдыңғы жылмен салыстырғанда
   *[no] алдыңғы жылғы тиісті кезеңмен салыстырғанда
  } { FIGURE($first) }), ең төменгісі – { NAME($last_name, case: "locative") } ({ FIGURE($last) }{ $last_way ->
    [down] , { FIGURE($last, case: "dative", form: "growth") } төмендеді
   *[none] {""}
  }).
level-and-change = { PERIOD($level, case: "in") } { NAME($indicator) } { FIGURE($level, case: "accusative") } құрады{ $change_known ->
    [yes] { $change_way ->
        [up] , бұл { $indicator_prices ->
            [current] ағымдағы бағамен {""}
           *[other] {""}
          }алдыңғы жылмен салыстырғанда { FIGURE($change, case: "dative", form: "growth") } артық
        [down] , бұл { $indicator_prices ->
            [current] ағымдағы бағамен {""}
           *[other] {""}
          }алдыңғы жылмен салыстырғанда { FIGURE($change, case: "dative", form: "growth") } кем
       *[flat] , бұл { $indicator_prices ->
            [current] ағымдағы бағамен {""}
           *[other] {""}
          }іс жүзінде алдыңғы жылғы деңгейде
      }
   *[no] {""}
  }.
nominal-change = Номиналды { $change_way ->
    [up] өсім (ағымдағы бағамен) { FIGURE($change, form: "growth") } болды
    [down] төмендеу (ағымдағы бағамен) { FIGURE($change, form: "growth") } болды
   *[flat] өзгеріс (ағымдағы бағамен) іс жүзінде болған жоқ
  }; бұл көрсеткішке бағаның өзгеруі кіреді, ол нақты өсімді білдірмейді.
contribution = { $contribution_way ->
    [down] Өңір ел экономикасының номиналды өсімін { FIGURE($contribution, case: "dative", form: "gap") } төмендетті.
   *[up] Өңірдің ел экономикасының номиналды өсіміне қосқан үлесі – { FIGURE($contribution, form: "gap") }.
  }
share-and-rank = Өңірдің республикалық көрсеткіштегі үлесі – { FIGURE($share) } ({ FIGURE($rank) }).
per-head = Жан басына шаққанда – { FIGURE($per_head) }{ $per_head_rank_known ->
    [yes] {" "}({ FIGURE($per_head_rank) })
   *[no] {""}
  }.
rate-against-country = { PERIOD($level, case: "in") } { NAME($indicator) } { FIGURE($level) } болды (жалпы ел бойынша – { FIGURE($whole) }){ $change_known ->
    [yes] { $change_way ->
        [up] , бұл алдыңғы жылғыдан { FIGURE($change, case: "dative", form: "growth") } жоғары
        [down] , бұл алдыңғы жылғыдан { FIGURE($change, case: "dative", form: "growth") } төмен
       *[flat] , бұл іс жүзінде алдыңғы жылғы деңгейде
      }
   *[no] {""}
  }.
manufacturing-share = Ұлттық шоттардың деректері бойынша { PERIOD($level, case: "in") } өнеркәсіптің жалпы шығарылымындағы өңдеу өнеркәсібінің үлесі { FIGURE($level) } болды.
manufacturing-share-said = Өңдеу өнеркәсібінің өнеркәсіп өндірісі көлеміндегі үлесі (базасы ұлттық шоттардағыдан өзге, сондықтан олармен салыстырылмайды) – { FIGURE($share) }.

## Registers and programmes, as declared
zones = Өңірде { FIGURE($zones) } қалыптастырылуда.
zones-portfolio = { $projects_dated ->
    [yes] { PERIOD($projects, case: "dative", form: "until") } дейінгі инвестициялық
   *[no] Инвестициялық
  } портфель: жалпы құны { FIGURE($cost) } болатын { FIGURE($projects) }.
projects-of-year = { PERIOD($projects, case: "in") } жалпы құны { FIGURE($cost) } болатын { FIGURE($projects, case: "accusative") } іске асыру{ $jobs_known ->
    [yes] {" "}және { FIGURE($jobs, case: "accusative") } құру
   *[no] {""}
  } көзделіп отыр.
sme = { $level_dated ->
    [yes] { PERIOD($level, case: "in") } жұмыс
   *[no] Жұмыс
  } істеп тұрған шағын және орта кәсіпкерлік субъектілерінің саны { FIGURE($level, form: "bare") } болды{ $change_known ->
    [yes] { $change_way ->
        [up] , бұл бір жыл бұрынғыдан { FIGURE($change, case: "dative", form: "growth") } көп
        [down] , бұл бір жыл бұрынғыдан { FIGURE($change, case: "dative", form: "growth") } аз
       *[flat] , бұл іс жүзінде бір жыл бұрынғы деңгейде
      }
   *[no] {""}
  }.
cooperatives = «Ауыл аманаты» бағдарламасы аясында { FIGURE($created) } { $financed_known ->
    [yes] құрылып, оның ішінде { FIGURE($financed) } қаржыландырылды
   *[no] құрылды
  }.
schools-built = { PERIOD($schools, case: "in") } { $places_known ->
    [yes] { FIGURE($places, case: "dative") } арналған {""}
   *[no] {""}
  }{ FIGURE($schools) } салынды.
schools-planned = { PERIOD($schools, case: "in") } «Жайлы мектеп» ұлттық жобасы аясында { FIGURE($schools) } салу жоспарланып отыр.
clean-up = «Таза Қазақстан» экологиялық акциясы барысында { FIGURE($waste) } қалдық жиналып, { $area_hedge ->
    [over] { FIGURE($area, case: "ablative") } астам
    [under] { FIGURE($area, case: "ablative") } аз
    [about] { FIGURE($area, case: "dative") } жуық
   *[none] { FIGURE($area) }
  } аумақ тазартылды.

## Territory
territory-since = { NAME($region) } { DAY($since, case: "ablative") } бері қазіргі шекарасында; бұрынғы жылдардың деректері қайта есептелген жағдайда ғана салыстырылады.
territory-units = Өңір { FIGURE($count_a, case: "ablative") }{ $count_b_known ->
    [yes] {" "}және { FIGURE($count_b, case: "ablative") }
   *[no] {""}
  } тұрады.
territory-new = { LIST($places) } { DAY($since, case: "ablative") } бері дербес әкімшілік-аумақтық бірлік болып табылады.
territory-borders = { LIST($places, case: "genitive") } шекарасы { DAY($since, case: "locative") } өзгерді.

## Names of sections in a list
quoted = «{ $text }»

## The meeting
meeting-discussed = Кездесуде қаралған мәселелер:
meeting-instructed = { DAY($meeting, case: "attributive") } кездесуде Мемлекет басшысы мынадай тапсырмалар берді:
meeting-stressed = Сондай-ақ мыналар атап өтілді:
instruction-permanent = { $text } (тұрақты бақылау).
instruction-none = { $text } (мерзімі белгіленбеген).
instruction-date = { $text } (мерзімі – { DAY($deadline, case: "dative") } дейін).
instructions-without-measure = Бұл тапсырмалардың ешқайсысында орындалуын өлшеуге болатын нәтиже аталмаған.

## Problems, told as plainly as growth
problem-falling = { NAME($subject) }: { PERIOD($level, case: "in") } { FIGURE($level, case: "dative", form: "growth") } төмендеді{ $whole_known ->
    [yes] ; жалпы ел бойынша { $whole_way ->
        [down] да { FIGURE($whole, case: "dative", form: "growth") } төмендеді
        [up] { FIGURE($whole, case: "dative", form: "growth") } өсті
       *[flat] іс жүзінде өзгерген жоқ
      }
   *[no] {""}
  }.
problem-falling-composite = { NAME($indicator) }: { PERIOD($level, case: "in") } { $level_year ->
    [yes] алдыңғы жылмен салыстырғанда
   *[no] алдыңғы жылғы тиісті кезеңмен салыстырғанда
  } { FIGURE($level) }, базалық салалардың өнім шығарылымы { FIGURE($level, case: "dative", form: "growth") } төмендеді{ $whole_known ->
    [yes] ; жалпы ел бойынша – { FIGURE($whole) }
   *[no] {""}
  }.
problem-below-whole = { NAME($subject) }: { PERIOD($level, case: "in") } { $level_year ->
    [yes] алдыңғы жылмен салыстырғанда
   *[no] алдыңғы жылғы тиісті кезеңмен салыстырғанда
  } { FIGURE($level) }, бұл республикалық көрсеткіштен ({ FIGURE($whole) }) төмен.
problem-worse = { NAME($indicator) }: { PERIOD($level, case: "in") } { FIGURE($level) }, { $change_way ->
    [up] алдыңғы жылмен салыстырғанда { FIGURE($change, case: "dative", form: "growth") } өсті
   *[down] алдыңғы жылмен салыстырғанда { FIGURE($change, case: "dative", form: "growth") } төмендеді
  }{ $indicator_prices ->
    [current] {" "}(ағымдағы бағамен)
   *[other] {""}
  }.
problem-not-comparable = { NAME($indicator) }: { PERIOD($level, case: "in") } { FIGURE($level) }; шекара өзгергендіктен, алдыңғы жылмен салыстыруға болмайды{ $union_known ->
    [yes] ; { LIST($together) } бірге алғанда { $union_way ->
        [up] { FIGURE($union, case: "dative", form: "growth") } өсті
        [down] { FIGURE($union, case: "dative", form: "growth") } төмендеді
       *[flat] іс жүзінде өзгерген жоқ
      }{ $indicator_prices ->
        [current] {" "}(ағымдағы бағамен)
       *[other] {""}
      }
   *[no] {""}
  }.
problem-beside-whole = { NAME($indicator) }: { PERIOD($level, case: "in") } { FIGURE($level) }; жалпы ел бойынша – { FIGURE($whole) }.
problem-place-per-head = Жан басына шаққандағы { NAME($indicator) }: { PERIOD($per_head, case: "in") } { FIGURE($per_head) }, { FIGURE($rank) }.
problem-none = Алдыңғы жылмен салыстырғанда төмендемеген және нашарламаған көрсеткіштер: { LIST($over_time) }; республикалық көрсеткіштен нашар емес: { LIST($beside) }.
problem-none-over-time = Алдыңғы жылмен салыстырғанда төмендемеген және нашарламаған көрсеткіштер: { LIST($those) }.
problem-none-beside = Республикалық көрсеткіштен нашар емес: { LIST($those) }.
problem-not-compared = Салыстыратын дерек жоқ: { LIST($those) }.
problem-missing = Осы күнгі жағдай бойынша дерек жоқ: { LIST($missing, short: "yes") }.
low-base-new = Өңір { DAY($since, case: "locative") } құрылды: жоғары өсім ({ LIST($those) }) төмен базадан туындауы мүмкін.
low-base-borders = Өңір { DAY($since, case: "ablative") } бері қазіргі шекарасында: жоғары өсім ({ LIST($those) }) төмен базадан туындауы мүмкін.

## Tables
column-branch = Сала
column-region = Өңір, %
column-country = Ел бойынша, %
column-gap = Айырмасы, п.т.
column-place = Орны
column-region-name = Өңір
column-of = { $indicator }, { $unit }
column-share = Елдегі үлесі, %
column-per-head = жан басына шаққандағы { $indicator }, { $unit }
column-place-per-head = Жан басына шаққандағы { $indicator } бойынша орны
column-indicator = Көрсеткіш
column-period = Кезең
column-unit = Өлшем бірлігі
column-value = Мәні
column-change = Алдыңғы жылмен салыстырғанда
column-beside = Елмен салыстырғанда, п.т.
column-rank = Орны
column-stage = Мәртебесі
column-source = Дереккөз
column-said-on = Мәлімделген күні
column-year = Жыл
caption-branches = Экономика салалары, { PERIOD($level) }, { $level_year ->
    [yes] алдыңғы жылға пайызбен
   *[no] алдыңғы жылғы тиісті кезеңге пайызбен
  }
note-index-base = Нақты көлем индекстері өнім шығарылымын салыстырмалы бағамен көрсетеді; ел көрсеткішінен айырма пайыздық тармақпен (п.т.) берілген.
caption-ranking = Өңірлер «{ NAME($indicator) }» көрсеткіші бойынша{ $indicator_prices ->
    [current] , ағымдағы бағамен
   *[other] {""}
  }, { PERIOD($level) }
note-ranking = Орындар дөңгелектенбеген мәндер бойынша анықталған. Әр бағанда { DAY($on, case: "ablative") } кешіктірілмей шыққан ең соңғы кезең көрсетілген.
caption-annex = Дерегі бар барлық көрсеткіштер
note-annex = Сомалар мен сандардың алдыңғы жылғы тиісті кезеңмен салыстырғандағы өзгерісі – пайызбен, үлестер мен деңгейлердікі – пайыздық тармақпен. Индекстің өзі алдыңғы жылмен салыстыруды білдіреді, сондықтан олар үшін елден айырма берілген. Сызықша салыстырудың мәні немесе дерегі жоқ екенін, «Орны» бағанында басқа өңірлердің дерегі жоқ екенін білдіреді. Ағымдағы бағамен берілген мәндер баға өзгерісін қамтиды.
note-ascending = Орындар ең төмен мәннен басталады: { LIST($those) }.
note-tied = Орны басқа өңірлермен ортақ: { LIST($those) }.
note-borders-before = { $mark } { DAY($day, case: "dative") } дейінгі шекарада.
note-borders-since = { $mark } { DAY($day, case: "ablative") } бергі шекарада.
caption-declared = Әкімнің баяндамасынан алынған мәліметтер (мәлімделген)
note-declared = Мәліметтер қалай айтылса, солай келтірілген. Олар статистикалық дерек емес және олармен қоса есептелмейді.
not-comparable = салыстырылмайды: шекара өзгерген
day = { DAY($day) }
plain = { $text }.

## Charts
chart-branches = Өңір мен елдің салалары, { PERIOD($level) }, { $level_year ->
    [yes] алдыңғы жылға пайызбен
   *[no] алдыңғы жылғы тиісті кезеңге пайызбен
  }
chart-branches-alternative = Өңірдің әр саласы үшін жүз пайыздан басталатын жолақ және ел көрсеткішінің белгісі, { PERIOD($level) }.
chart-history = { NAME($indicator) }, жылдар бойынша{ $indicator_prices ->
    [current] , ағымдағы бағамен
   *[other] {""}
  }
chart-history-cut = { NAME($indicator) }, жылдар бойынша{ $indicator_prices ->
    [current] , ағымдағы бағамен
   *[other] {""}
  }, қазіргі шекарада
chart-history-alternative = { NAME($indicator) }: { PERIOD($first, case: "attributive") } { FIGURE($first, case: "ablative") } { PERIOD($last, case: "attributive") } { FIGURE($last, case: "dative") } дейін.
chart-map = Өңірлер бойынша { NAME($indicator) }, { PERIOD($level) }, пайызбен
chart-map-alternative = Әр өңірге бір тақташа, түсі – { NAME($indicator) }: { FIGURE($first, case: "ablative") } ({ NAME($first_name) }) { FIGURE($last, case: "dative") } ({ NAME($last_name) }) дейін; { NAME($region) } – { FIGURE($level) }.
chart-ranks = Өңірлер «{ NAME($indicator) }» көрсеткіші бойынша{ $indicator_prices ->
    [current] , ағымдағы бағамен
   *[other] {""}
  }, { PERIOD($level) }
chart-ranks-alternative = Әр өңірге бір жолақ: { FIGURE($first, case: "ablative") } ({ NAME($first_name) }) { FIGURE($last, case: "dative") } ({ NAME($last_name) }) дейін.

## How settled a figure is
stage-operational = жедел
stage-preliminary = алдын ала
stage-unstated = көрсетілмеген
stage-reporting = есептік
stage-revised = нақтыланған
stage-final = түпкілікті
stage-estimate = бағалау
stage-plan = жоспар, мәлімделген
stage-forecast = болжам
stage-administrative = тізілім
stage-declared = мәлімделген
told-operational = жедел деректер
told-preliminary = алдын ала деректер
told-estimate = бағалау
told-forecast = болжам
told-declared = әкімнің баяндауынша
told-plan = жоспар, әкімнің баяндауынша
told-borders-before = { DAY($day, case: "dative") } дейінгі шекарада
told-borders-since = { DAY($day, case: "ablative") } бергі шекарада

## Sources
register-of-regions = { NAME($country) } өңірлерінің анықтамалығы
source-table = { $table }-кесте
source-published = { DAY($day, case: "ablative") } кешіктірмей жарияланған

## Comparisons, as labels
comparison-rank = орны
comparison-per-head-rank = жан басына шаққандағы орны
comparison-share = елдегі үлесі
comparison-per-head = жан басына шаққанда
comparison-change = алдыңғы жылмен салыстырғандағы өзгеріс
comparison-index = алдыңғы жылға индекс
comparison-gap = ел көрсеткішінен айырма
comparison-contribution = қосқан үлесі
comparison-lowest = салалардың ең төмен индексі
comparison-highest = салалардың ең жоғары индексі
