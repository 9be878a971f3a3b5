# frontdoor - see README.md. `make help` lists what can be made.

CC ?= cc
PACKAGES := yaml-0.1 libcmark libxml-2.0 icu-i18n icu-uc pangoft2 harfbuzz harfbuzz-subset fontconfig freetype2 \
	libqpdf libpng zbar libxxhash libqrencode libmicrohttpd

# A folder of objects per set of flags, so that sanitised and plain builds do not disturb each other.
SANITIZE ?=
VARIANT := $(if $(SANITIZE),sanitized,plain)
BUILD := .build/$(VARIANT)
PROGRAM := $(if $(SANITIZE),$(BUILD)/frontdoor,.build/frontdoor)

CPPFLAGS += -Igenerator -D_GNU_SOURCE $(if $(SANITIZE),-DDOOR_ARENA_SPREAD)
CFLAGS ?= -O2 -g
WARNINGS := -Wall -Wextra -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wwrite-strings -Wvla
DOOR_CFLAGS = -std=c11 $(WARNINGS) $(CFLAGS) $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-omit-frame-pointer -fno-sanitize-recover=all)
DOOR_LDFLAGS = $(LDFLAGS) $(if $(SANITIZE),-fsanitize=$(SANITIZE))
LIBRARIES = $(shell pkg-config --libs $(PACKAGES)) -lgettextpo -lm -pthread
INCLUDES = $(shell pkg-config --cflags $(PACKAGES))

SOURCES := $(sort $(wildcard generator/*/*.c))
OBJECTS := $(SOURCES:generator/%.c=$(BUILD)/%.o)
MAIN := $(BUILD)/main.o

.PHONY: all help
all: $(PROGRAM)

$(PROGRAM): $(OBJECTS) $(MAIN)
	$(CC) $(DOOR_CFLAGS) $(DOOR_LDFLAGS) -o $@ $^ $(LIBRARIES)

$(BUILD)/%.o: generator/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(INCLUDES) $(DOOR_CFLAGS) -MMD -MP -c -o $@ $<

-include $(OBJECTS:.o=.d) $(MAIN:.o=.d)
