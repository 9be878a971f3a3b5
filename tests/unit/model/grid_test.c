/*
 * grid - metres of the National Grid as degrees.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/grid.h"

#define SAME_PLACE 0.0001       /* degrees: some 10 metres */

static void
metres_become_degrees(void **state)
{
    static const struct {
        int easting, northing;
        double lat, longitude;
    } places[] = {
        { 651410, 313177, 52.657978, 1.716053 },    /* Caister: the worked example of the Ordnance Survey */
        { 530034, 180381, 51.507378, -0.127665 },   /* Charing Cross */
        { 460345, 452196, 53.962270, -1.081770 },   /* York Minster */
    };
    size_t i;

    (void)state;
    for (i = 0; i < sizeof places / sizeof *places; i++) {
        double lat, longitude;

        door_grid_degrees(places[i].easting, places[i].northing, &lat, &longitude);
        if (fabs(lat - places[i].lat) > SAME_PLACE || fabs(longitude - places[i].longitude) > SAME_PLACE)
            fail_msg("%d %d is %f %f", places[i].easting, places[i].northing, lat, longitude);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(metres_become_degrees),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
