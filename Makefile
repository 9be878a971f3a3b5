# frontdoor - see README.md. `make help` lists what can be made.

CC ?= cc
PREFIX ?= /usr/local
PACKAGES := yaml-0.1 libcmark libxml-2.0 icu-i18n icu-uc libxxhash libqrencode
# What a build calls that prints, scales a photo, serves or writes a catalogue: loaded when it does (generator/base/late.h).
LATE_PACKAGES := pangoft2 harfbuzz harfbuzz-subset fontconfig freetype2 libqpdf libpng zbar libmicrohttpd libturbojpeg lcms2

# What Debian 12 calls the things that a build and the tests need. "a/b": package a, unless there is a command b.
BUILD_DEBIAN := gcc/cc libc6-dev make pkg-config libyaml-dev libcmark-dev libxml2-dev libicu-dev libpango1.0-dev \
	libharfbuzz-dev libfontconfig-dev libfreetype-dev libqpdf-dev libpng-dev libzbar-dev libxxhash-dev \
	libqrencode-dev libmicrohttpd-dev libturbojpeg0-dev liblcms2-dev libgettextpo-dev fonts-noto-core
TEST_DEBIAN := libcmocka-dev libical-dev python3 python3-pikepdf python3-yaml python3-jsonschema qpdf poppler-utils zbar-tools gettext valgrind \
	nginx-common/nginx nginx-light/nginx apache2-bin/apache2 caddy/caddy \
	chromium nodejs/node npm/npm ca-certificates default-jre-headless/java maven/mvn

FUZZ_DEBIAN := clang libclang-rt-14-dev

# A folder of objects per set of flags, so that sanitised and plain builds do not disturb each other.
# FUZZ=1, which `make fuzz` sets, is clang's build with libFuzzer.
SANITIZE ?=
FUZZ ?=
VARIANT := $(if $(FUZZ),fuzz,$(if $(SANITIZE),sanitized,plain))
BUILD := .build/$(VARIANT)
PROGRAM := $(if $(SANITIZE),$(BUILD)/frontdoor,.build/frontdoor)

CPPFLAGS += -Igenerator -D_GNU_SOURCE $(if $(SANITIZE),-DDOOR_ARENA_SPREAD)
CFLAGS ?= -O2 -g
WARNINGS := -Wall -Wextra -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wwrite-strings -Wvla
DOOR_CFLAGS = -std=c11 $(WARNINGS) $(CFLAGS) $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-omit-frame-pointer -fno-sanitize-recover=all) \
	$(if $(FUZZ),-fsanitize=fuzzer-no-link -Wno-error)
DOOR_LDFLAGS = $(LDFLAGS) $(if $(SANITIZE),-fsanitize=$(SANITIZE))
# Asked for by recipes alone, so that `make demo` can be read before pkg-config is installed.
EARLY_LIBRARIES = $(shell pkg-config --libs $(PACKAGES)) -lm -pthread
LATE_LIBRARIES = $(shell pkg-config --libs $(LATE_PACKAGES)) -lgettextpo
LIBRARIES = $(EARLY_LIBRARIES) $(LATE_LIBRARIES)
INCLUDES = $(shell pkg-config --cflags $(PACKAGES) $(LATE_PACKAGES))

# Each command line is long and much the same: V=1 shows them.
SAY = $(if $(V),,@echo '  $(1)' && )

SOURCES := $(sort $(wildcard generator/*/*.c))
OBJECTS := $(SOURCES:generator/%.c=$(BUILD)/%.o)
MAIN := $(BUILD)/main.o
UNIT_SOURCES := $(sort $(wildcard tests/unit/*/*_test.c))
UNIT_TESTS := $(UNIT_SOURCES:tests/unit/%.c=$(BUILD)/tests/%)
FUZZ_SOURCES := $(sort $(wildcard tests/fuzz/*_fuzz.c))
FUZZERS := $(FUZZ_SOURCES:tests/fuzz/%_fuzz.c=$(BUILD)/fuzz/%)

# What is worth running sanitised: our own code at work. Browsers and validators see the same files either way.
SUITES := $(if $(SANITIZE),unit fuzz cases sites pages,rules unit fuzz cases sites start pages publishing repeatable memory print html servers browser)
RUN_TESTS = FRONTDOOR=$(abspath $(PROGRAM)) BUILD=$(abspath $(BUILD)) tests/run $(TEST_FLAGS)
JOBS = -j$$(nproc)

.PHONY: all help demo test test-all kills faults cache unit fuzzers fuzz check-only accept manual headers layers format install uninstall pictures lighthouse bench councils clean
.SECONDARY:

all: $(PROGRAM)

help:
	@echo 'make            compile .build/frontdoor; installs nothing'
	@echo 'make demo       install what a build needs (it says what), compile, build the sample into output/site'
	@echo 'make test       install what the tests need, run them all'
	@echo 'make test-all   the same, and the browser looks at every page of the sample'
	@echo 'make SANITIZE=address,undefined test'
	@echo '                unit tests, cases and sites with memory and undefined behaviour watched'
	@echo 'make check-only SUITES="unit cases"'
	@echo '                run some suites, installing nothing; suites: rules unit fuzz cases sites start pages'
	@echo '                publishing repeatable memory print html servers browser'
	@echo 'make kills COUNT=1000'
	@echo '                kill so many builds at random instants and look at the site after each'
	@echo 'make cache COUNT=500'
	@echo '                edit at random, damage what is kept, and compare with builds that keep nothing'
	@echo 'make faults     let each call of the system fail in turn, and kill a build at each'
	@echo 'make fuzz MINUTES=10'
	@echo '                install clang, throw made-up input at each way in for so long; finds are in .build/fuzz/finds'
	@echo 'make accept     rewrite what cases and sites expect; read the diff as you would read code'
	@echo 'make manual     write the parts of generator/doc/ that come from the tables of the program'
	@echo 'make headers    compile each header on its own'
	@echo 'make layers     check that includes run one way down the street'
	@echo 'make format     lay out the C code with clang-format'
	@echo 'make install    copy the program, what it needs and its manual below PREFIX (/usr/local) and DESTDIR'
	@echo 'make uninstall  remove all of that again'
	@echo 'make pictures   make the pictures of README.md from the sample; look at them before you keep them'
	@echo 'make lighthouse install Lighthouse, print its four scores of the sample on a phone with slow 4G'
	@echo 'make bench      time it beside Hugo on a made-up offer; N=1000 L=1 SEED=1 RUNS=5 (tests/bench/README.md)'
	@echo 'make clean      remove .build and output/site'

demo:
	@.ci/install $(BUILD_DEBIAN)
	@$(MAKE) --no-print-directory $(JOBS) all
	$(PROGRAM) build .
	@echo
	@echo 'The site is in output/site. To look at it:  .build/frontdoor serve'

test:
	@.ci/install $(BUILD_DEBIAN) $(TEST_DEBIAN)
	@$(MAKE) --no-print-directory $(JOBS) all unit fuzzers
	@$(RUN_TESTS) $(SUITES)

# The browser looks at every page, not at one for each kind and language.
test-all:
	@ALL=1 MINUTES=300 $(MAKE) --no-print-directory test

check-only: all unit $(if $(filter fuzz,$(SUITES)),fuzzers)
	@$(RUN_TESTS) $(SUITES)

kills: all
	@FRONTDOOR=$(abspath $(PROGRAM)) tests/sample/kills $(COUNT)

cache: all
	@FRONTDOOR=$(abspath $(PROGRAM)) tests/sample/cache $(COUNT)

faults: all
	@FRONTDOOR=$(abspath $(PROGRAM)) tests/faults/run 500

unit: $(UNIT_TESTS) $(BUILD)/tests/pdf/witness

fuzzers: $(FUZZERS)

# MINUTES are shared by all harnesses, or by those that are named: HARNESSES="yaml po".
MINUTES ?= 10
fuzz:
	@.ci/install $(BUILD_DEBIAN) $(TEST_DEBIAN) $(FUZZ_DEBIAN)
	@$(MAKE) --no-print-directory $(JOBS) CC=clang FUZZ=1 SANITIZE=address,undefined CFLAGS='-O1 -g' fuzzers
	@BUILD=.build/fuzz tests/fuzz/run $(MINUTES) $(HARNESSES)

accept: all
	@FRONTDOOR=$(abspath $(PROGRAM)) BUILD=$(abspath $(BUILD)) tests/run --accept cases sites

manual: all
	@FRONTDOOR=$(abspath $(PROGRAM)) tests/rules/manual --write

headers:
	@tests/rules/headers

layers:
	@tests/rules/layers

format:
	clang-format -i $(SOURCES) $(wildcard generator/*/*.h) generator/main.c $(UNIT_SOURCES)

# Where a package would put it. The program finds its share from where it lies itself, so DESTDIR may be moved.
SHARE = $(DESTDIR)$(PREFIX)/share/frontdoor
MAN = $(DESTDIR)$(PREFIX)/share/man
MANUALS := $(sort $(wildcard generator/doc/*.[1-9]))
UNITS := $(sort $(wildcard generator/daily/frontdoor@.*))
# A unit names the program's whole path.
INSTALL_DAILY = install -D -m 644 $(1) $(2) && sed -i 's|@PREFIX@|$(PREFIX)|' $(2)

install: all
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/frontdoor
	find themes translations content generator/starter generator/plain/english.yaml -type f -exec install -D -m 644 '{}' '$(SHARE)/{}' ';'
	$(foreach unit,$(UNITS),$(call INSTALL_DAILY,$(unit),$(DESTDIR)$(PREFIX)/lib/systemd/system/$(notdir $(unit))) &&) true
	$(call INSTALL_DAILY,generator/daily/frontdoor.cron,$(SHARE)/daily/frontdoor.cron)
	$(foreach page,$(MANUALS),install -D -m 644 $(page) $(MAN)/man$(subst .,,$(suffix $(page)))/$(notdir $(page)) &&) true

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/frontdoor
	rm -rf $(SHARE)
	rm -f $(foreach unit,$(UNITS),$(DESTDIR)$(PREFIX)/lib/systemd/system/$(notdir $(unit)))
	rm -f $(foreach page,$(MANUALS),$(MAN)/man$(subst .,,$(suffix $(page)))/$(notdir $(page)))

pictures: all
	@FRONTDOOR=$(abspath $(PROGRAM)) tests/browser/pictures

lighthouse: all
	@FRONTDOOR=$(abspath $(PROGRAM)) tests/bench/lighthouse.py

bench: all
	@tests/bench/bench.py --program $(PROGRAM) -N $(or $(N),1000) -L $(or $(L),1) --seed $(or $(SEED),1) \
		--runs $(or $(RUNS),5)

councils: all
	@tests/bench/councils.py --program $(PROGRAM) --councils $(or $(COUNCILS),153)

clean:
	rm -rf .build output/site output/.site.frontdoor

# Libraries wait until they are called where there are stubs for that, which sanitisers would trip over.
ifeq ($(SANITIZE)$(findstring x86_64,$(shell uname -m)),x86_64)
$(PROGRAM): $(BUILD)/frontdoor.a $(MAIN) $(BUILD)/late.o
	$(call SAY,link $@)$(CC) $(DOOR_CFLAGS) $(DOOR_LDFLAGS) -o $@ $(MAIN) $(BUILD)/late.o $(BUILD)/frontdoor.a \
		$(EARLY_LIBRARIES)
else
$(PROGRAM): $(BUILD)/frontdoor.a $(MAIN)
	$(call SAY,link $@)$(CC) $(DOOR_CFLAGS) $(DOOR_LDFLAGS) -o $@ $(MAIN) $(BUILD)/frontdoor.a $(LIBRARIES)
endif

$(BUILD)/late.list: $(BUILD)/frontdoor.a .ci/late Makefile
	@CC=$(CC) .ci/late $< $(LATE_LIBRARIES) >$@

$(BUILD)/late.o: generator/base/late.S $(BUILD)/late.list
	$(call SAY,cc $<)$(CC) -DLATE='"$(BUILD)/late.list"' -c -o $@ $<

# Where the installed program finds its own themes and words: install with the PREFIX that was compiled.
$(BUILD)/commands/share.o: CPPFLAGS += -DDOOR_SHARE='"$(PREFIX)/share/frontdoor"'

# Tests link with the same objects as the program, and only with those that they call.
$(BUILD)/frontdoor.a: $(OBJECTS)
	@rm -f $@
	@$(AR) rcs $@ $^

$(BUILD)/%.o: generator/%.c
	@mkdir -p $(@D)
	$(call SAY,cc $<)$(CC) $(CPPFLAGS) $(INCLUDES) $(DOOR_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%: tests/unit/%.c $(BUILD)/frontdoor.a
	@mkdir -p $(@D)
	$(call SAY,cc $<)$(CC) $(CPPFLAGS) $(INCLUDES) $(DOOR_CFLAGS) $(DOOR_LDFLAGS) -MMD -MP -MF $@.d -MT $@ -o $@ $< \
		$(BUILD)/frontdoor.a $(LIBRARIES) -lcmocka

# Sees what passes from layout to painter, without a hook in the program.
$(BUILD)/tests/pdf/witness: tests/pdf/witness.c $(BUILD)/frontdoor.a
	@mkdir -p $(@D)
	$(call SAY,cc $<)$(CC) $(CPPFLAGS) $(INCLUDES) $(DOOR_CFLAGS) $(DOOR_LDFLAGS) -Wl,--wrap=door_pdf_write -o $@ $< \
		$(BUILD)/frontdoor.a $(LIBRARIES)

# A harness of tests/fuzz/ hands over its kept inputs; in the fuzzing build it makes new ones.
FUZZ_DRIVER := $(if $(FUZZ),,$(BUILD)/fuzz/replay.o)
$(BUILD)/fuzz/%: tests/fuzz/%_fuzz.c $(FUZZ_DRIVER) $(BUILD)/frontdoor.a
	@mkdir -p $(@D)
	$(call SAY,cc $<)$(CC) $(CPPFLAGS) -Itests/unit $(INCLUDES) $(DOOR_CFLAGS) $(DOOR_LDFLAGS) -MMD -MP -MF $@.d -MT $@ \
		-o $@ $< $(or $(FUZZ_DRIVER),-fsanitize=fuzzer) $(BUILD)/frontdoor.a $(LIBRARIES) -lcmocka

$(BUILD)/fuzz/replay.o: tests/fuzz/replay.c
	@mkdir -p $(@D)
	$(call SAY,cc $<)$(CC) $(CPPFLAGS) $(DOOR_CFLAGS) -MMD -MP -c -o $@ $<

# The witness of model/recurrence.c.
$(BUILD)/tests/model/recurrence_ical_test: LIBRARIES += -lical

-include $(OBJECTS:.o=.d) $(MAIN:.o=.d) $(UNIT_TESTS:=.d) $(FUZZERS:=.d) $(BUILD)/fuzz/replay.d
