"""Which ideas do words carry, in whichever language they were written?

Beginnings of words, three lines an idea (English, Russian, Kazakh), so that a heading in English
can be held against a clause in Russian or Kazakh. The words are those of reports anywhere; what
a country calls its programmes and places is in its pack. A beginning that ends in `$` is a
whole word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

_ROWS = """
per_head: capita$ head$ inhabitant$
    душу$ подушев жителя$
    басына$ шаққан
country: country national nationwide republic
    стран республик общереспубликанск
    еліміз елдің елде$ ел$ республика
build: built build$ building$ construct erect
    постро строи строящ возвед возвод стройк
    салын салу$ салуд тұрғыз құрылыс
open: open opened commission$ commissioned put$ launch handed
    откры ввод введ сдан сдад запущ запуст запуск
    ашыл ашу$ ашып пайдалануға іске тапсыр
plan: plan plann slated intend expect envisag target will$ forecast propos schedul
    план намеч предусм ожид предсто прогноз заплан будет будут предпола
    жоспар көзде күтіл межеле болжа нысана
underway: underway ongoing being$ progress currently now$ carried
    реализу ведет ведут строящ создает создают сейчас настоящ
    жүр жатыр жатқан қазір атқарыл
carry: implement carry realis realiz execut
    реализ осущест выполн
    іске асыр жүзеге орында
create: creat set$ form$ formed establish
    созда образ учрежд формир
    құрыл құру$ құрды ашыл қалыпт
produce: output produc manufactur make$ made$ assembl
    произв выпу продукц изготов собра
    өндір шығар өнім құрастыр
value: value worth cost price amount total$ sum$
    стоимост сумм объем объём общ цен$ цена
    құн сома көлем жалпы баға
growth: growth grew grow rise rose risen increas up$ higher gain jump expan accel
    рост вырос выраст увелич прирост возрос подня больше$ превыс
    өсім өсу өсті өсіп арт көбей ұлғай жоғары
fall: fall fell declin decreas drop reduc lower cut$ down$
    сниз упа паден сокра умень
    төменде азай кему қысқар
share: share proport percentage accounts per$
    дол$ доля доли долю удельн
    үлес
rank: rank place$ leader position top$
    мест$ место месте лидер позиц рейтинг
    орын көшбас
volume: physical volume real$ constant
    физическ реальн ифо индекс
    нақты физикалық индекс
index: index
    индекс
    индекс
invest: invest capital gfcf
    инвест капиталовл вложен
    инвест салым капитал
fixed: fixed
    основн
    негізгі
private: private
    частн
    жеке
foreign: foreign
    иностр зарубеж
    шетел
budget: budget treasury reserve
    бюдж казн резерв
    бюджет қазына резерв
local: local
    местн
    жергілікті
government: government
    правительств
    үкімет
fund: fund money spend spent financ allocat subsid grant loan credit lend
    средств финанс выдел направл субсид грант кредит займ ссуд
    қаржы қараж бөлін субсид грант несие қаржыл
tax: tax revenue duty
    налог поступл сбор$
    салық түсім алым
retail: retail
    розничн
    бөлшек
rate: rate$ level
    уровен уровн ставк
    деңгей мөлшерлеме
income: income earning
    доход заработ
    табыс кіріс
wage: wage salary
    зарплат заработн
    жалақы
poverty: poverty poor
    бедност малообесп
    кедей
inflation: inflation prices
    инфляц ипц
    инфляц
unemploy: unemploy jobless
    безработ
    жұмыссыз
job: job jobs workplace workers employ hire
    рабоч занят трудоустр
    жұмыс еңбекпен
labour: labour labor workforce
    труд
    еңбек
project: project
    проект
    жоба
portfolio: portfolio pool pipeline
    портфел пул$ пула
    портфел пул$ пулы
zone: zone park$
    зон$ зоны зон парк$
    аймақ парк
industrial: industr
    индустр промышл
    индустр өнеркәс
plant: plant$ plants factory factories works$ mill$ enterprise facility facilities
    завод фабрик предприят комбинат произв
    зауыт фабрика кәсіпорын комбинат өндіріс
company: compan firm business entit
    компан фирм бизнес субъект
    компания фирма бизнес субъект
sme: sme smes small medium entrepreneur
    мсп мсб мал$ малого средн предприним
    шағын орта кәсіпкер шоб
support: support aid assist help subsid benefi
    поддерж помощ содейств
    қолдау көмек
metallurg: metallurg steel iron ferro copper
    металлург сталь желез меди
    металлург болат темір мыс
machine: machine engineer
    машиностр
    машина
car: car$ cars vehicle automobile auto$
    автомоб машин$ машины
    автокөлік автомобиль көлік
light: light textile garment apparel
    легк лёгк текстил швейн
    жеңіл тоқыма тігін
pharma: pharm drug medicine
    фарма лекарств
    фарма дәрі
chemical: chemi
    хими
    химия
oil: oil petrol refin
    нефт гсм
    мұнай
mining: mining extract ore$ mine$ coal
    горнодоб добыч руд уголь угля
    өндіруші кен көмір
processing: process manufactur
    обрабат перераб
    өңде қайта
agri: agri farm agro
    сельск агро аграр апк фермер
    ауыл агро шаруа
crop: crop grain wheat sow sown harvest yield
    урожа зерн пшен посев растен сев
    егін астық бидай егіс өсімдік
beet: beet
    свекл
    қызылша
sugar: sugar
    сахар
    қант
potato: potato
    картоф
    картоп
vegetable: vegetable fruit orchard garden
    овощ фрукт сад$ сады плодо
    көкөніс жеміс бақ
greenhouse: greenhouse
    теплиц
    жылыжай
livestock: livestock cattle sheep horse animal meat poultry egg
    скот животн мяс птиц овец
    мал$ малы ет$ құс қой
dairy: dairy milk
    молоч молок
    сүт
irrigation: irrigat canal reservoir
    орошен ирригац канал водохран
    суар арна
coop: cooperat
    кооперат
    кооператив
village: village rural settlement
    сел$ села сельск аул населен
    ауыл елді
school: school educational
    школ учебн образоват
    мектеп білім
college: college universit institute campus
    колледж универс вуз институт
    колледж университет институт жоо
kindergarten: kindergart preschool
    детсад дошкол
    балабақша
dormitory: dormitor hostel
    общежит
    жатақхана
place: seat place$ places pupil student capacity child children bed beds
    мест$ мест места ученич дет$ детей ребят коек койк вместим
    орын оқушы бала$ балаға төсек
teacher: teacher
    учител педагог
    мұғалім ұстаз
health: health hospital clinic medic polyclin outpatient
    здрав больниц поликл медиц амбулат
    денсаулық аурухана емхана медицин
vaccin: vaccin inocul
    вакцин привив
    вакцин екпе
doctor: doctor physician nurse
    врач медсест
    дәрігер
sport: sport stadium
    спорт стадион физкульт
    спорт стадион
culture: cultur library theatre museum
    культур библиот театр музе
    мәдени кітапхана театр мұражай
tourism: tourist tourism visitor guest hotel resort
    турис посет гост отел
    туризм турист келуші қонақ
housing: housing residential dwelling square
    жиль жилищ жилой квадрат
    тұрғын баспана шаршы
flat: apartment flat$ flats
    квартир
    пәтер
house: house$ houses building$
    дом$ дома домов
    үй$ үйлер үйі
family: famil
    семь$ семей семьи
    отбасы
construction: construction
    строительн
    құрылыс
road: road highway motorway asphalt street
    дорог автодор трасс асфальт улиц
    жол$ жолдар автожол көше
bridge: bridge
    мост
    көпір
repair: repair reconstruct modern renovat overhaul upgrade updat
    ремонт реконстр модерн обновл отремонт
    жөнде жаңғырт жаңарт
transport: transport passenger freight cargo logist
    транспорт пассаж груз перевоз логист
    көлік жолаушы жүк тасымал логист
bus: bus$ buses trolley tram
    автобус троллейб трамва
    автобус троллейбус трамвай
railway: rail$ railway station
    желез жд$ вокзал
    теміржол вокзал
airport: airport flight
    аэропорт рейс
    әуежай рейс
water: water desalin
    вод$ воды воду водо опресн
    су$ сумен ауызсу тұщы
sewer: sewer sewage drain
    канализ водоотв
    кәріз
gas: gas$ gasif
    газ$ газа газиф газо
    газ$ газбен газданд
heat: heat boiler thermal
    тепл котел котл тэц
    жылу қазандық жэо
power: power electric energy wind solar
    электр энерг вэс сэс ветр солнеч
    электр энергет жел
network: network grid pipe line$ lines
    сет$ сети сетей труб лини
    желі құбыр
infrastr: infrastructur utilit
    инфраструкт коммун
    инфрақұрылым коммуналд
internet: internet digital broadband
    интернет цифр
    интернет цифр
camera: camera surveillance
    камер видеонабл
    камера бейнебақылау
safety: safety crime police offence
    безопас преступ правонар полиц
    қауіпсіз қылмыс құқық полиция
court: courtyard yard
    двор$ дворов дворы
    аула
tree: tree trees seedling sapling plant shrub green
    дерев саженц кустар озелен
    ағаш көшет көгал
waste: waste garbage rubbish litter landfill
    отход мусор полигон
    қалдық қоқыс полигон
clean: clean
    чист очищ очист убра
    таза тазарт
ecology: ecolog environment emission
    эколог окружающ выброс
    эколог қоршаған шығарынды
land: land area territor territory
    земл площад территор
    жер аумақ алқап
people: people resident inhabitant population person citizen
    жител населен человек люд$ людей гражд
    тұрғын халық адам
rural_pop: rural
    сельск
    ауыл
youth: youth young
    молод
    жас$ жастар
women: women woman female
    женщ
    әйел
export: export
    экспорт
    экспорт
import: import
    импорт
    импорт
trade: turnover trade
    торг товарооб
    сауда
service: servic
    услуг
    қызмет көрсет
economy: econom gdp grp gross
    эконом ввп врп валов
    эконом жіө жөө
subject: active operat
    действ актив
    белсенді
new: new$
    нов$ новы новая новое
    жаңа
major: major large big$
    крупн
    ірі$ ірі
additional: addition another further more$
    дополн еще ещё
    тағы қосымша
received: receiv granted financed
    получ
    алды алған алып
attracted: attract draw raised
    привлеч привлек
    тартыл тарту тартты
reached: reach amount total made
    достиг состав
    жет құра
length: length kilomet long$
    протяж километр
    ұзындық шақырым километр
coverage: cover access provid suppl
    охват обеспеч доступ покры
    қамту қамтам қолжет
queue: queue waiting
    очеред
    кезек
emergency: emergency flood accident
    паводк чрезвыч авар
    тасқын төтенше апат
debt: debt arrears
    долг задолж
    қарыз берешек
annual: annual year yearly
    год$ годов ежегод
    жыл жылд
"""

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_COLUMNS = ("en", "ru", "kk")
_KEY = 2


@cache
def _beginnings(language: str) -> dict[str, list[tuple[str, bool, str]]]:
    """Beginnings of words by their first letters: the beginning, whether it is all, the idea."""
    column = _COLUMNS.index(language)
    found: defaultdict[str, list[tuple[str, bool, str]]] = defaultdict(list)
    lines = _ROWS.strip().splitlines()
    for idea, line in zip(lines[::3], lines[column::3], strict=True):
        for beginning in line.partition(":")[2].split() if column == 0 else line.split():
            whole = beginning.endswith("$")
            text = beginning.rstrip("$").replace("ё", "е")
            found[text[:_KEY]].append((text, whole, idea.partition(":")[0]))
    return dict(found)


@lru_cache(maxsize=16384)
def _ideas_of_word(word: str, language: str) -> frozenset[str]:
    return frozenset(
        idea
        for beginning, whole, idea in _beginnings(language).get(word[:_KEY], ())
        if (word == beginning if whole else word.startswith(beginning))
    )


@lru_cache(maxsize=4096)
def ideas(text: str, language: str) -> frozenset[str]:
    """The ideas that the words of a text carry; none for a language without a column."""
    if language not in _COLUMNS:
        return frozenset()
    words = _WORD.findall(text.lower().replace("ё", "е"))
    return frozenset().union(*(_ideas_of_word(word, language) for word in words))
