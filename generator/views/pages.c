#include "views/pages.h"

#include "model/schema.h"

const struct door_page_kind *const door_page_kinds[] = {
    &door_home_page,
    &door_service_page,
    &door_place_page,
    &door_places_page,
    &door_topic_page,
    &door_stage_page,
    &door_organisation_page,
    &door_written_page,
    &door_paper_page,
    &door_lost_page,
};

const size_t door_page_kind_count = DOOR_COUNT(door_page_kinds);
