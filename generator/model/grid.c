#include "model/grid.h"

#include <math.h>

#define RADIANS (M_PI / 180)
#define SECONDS (M_PI / (180 * 3600))

static const double airy_a = 6377563.396, airy_b = 6356256.909;     /* the ellipsoid of OSGB36, in metres */
static const double wgs_a = 6378137.0, wgs_b = 6356752.3142;        /* and of WGS 84 */
static const double scale = 0.9996012717, true_lat = 49 * RADIANS, true_long = -2 * RADIANS;
static const double true_easting = 400000, true_northing = -100000;

static double
eccentricity(double a, double b)
{
    return (a * a - b * b) / (a * a);
}

/* Metres along the meridian from the true origin. */
static double
meridian(double lat)
{
    double n = (airy_a - airy_b) / (airy_a + airy_b), n2 = n * n, n3 = n2 * n;
    double less = lat - true_lat, more = lat + true_lat;

    return airy_b * scale * ((1 + n + 1.25 * (n2 + n3)) * less - (3 * (n + n2) + 2.625 * n3) * sin(less) * cos(more)
            + 1.875 * (n2 + n3) * sin(2 * less) * cos(2 * more) - 35.0 / 24 * n3 * sin(3 * less) * cos(3 * more));
}

/* On the Airy ellipsoid, in radians. */
static void
unproject(double easting, double northing, double *lat, double *longitude)
{
    double at = true_lat, e2 = eccentricity(airy_a, airy_b), nu, rho, eta2, t, t2, x;
    int i;

    for (i = 0; i < 6; i++)     /* four times bring it below a tenth of a millimetre */
        at += (northing - true_northing - meridian(at)) / (airy_a * scale);
    nu = airy_a * scale / sqrt(1 - e2 * pow(sin(at), 2));
    rho = airy_a * scale * (1 - e2) / pow(1 - e2 * pow(sin(at), 2), 1.5);
    eta2 = nu / rho - 1;
    t = tan(at);
    t2 = t * t;
    x = (easting - true_easting) / nu;
    *lat = at - t * nu / rho * x * x * (0.5 - x * x / 24 * (5 + 3 * t2 + eta2 - 9 * t2 * eta2)
            + pow(x, 4) / 720 * (61 + 90 * t2 + 45 * t2 * t2));
    *longitude = true_long + x / cos(at) * (1 - x * x / 6 * (nu / rho + 2 * t2)
            + pow(x, 4) / 120 * (5 + 28 * t2 + 24 * t2 * t2));
}

/* From one ellipsoid to the other, by way of metres from the centre of the Earth: Helmert's seven numbers. */
static void
shift(double *lat, double *longitude)
{
    static const double rx = 0.1502 * SECONDS, ry = 0.2470 * SECONDS, rz = 0.8421 * SECONDS, s = 1 - 20.4894e-6;
    double e2 = eccentricity(airy_a, airy_b), nu = airy_a / sqrt(1 - e2 * pow(sin(*lat), 2)), p;
    double x = nu * cos(*lat) * cos(*longitude), y = nu * cos(*lat) * sin(*longitude), z = (1 - e2) * nu * sin(*lat);
    double x2 = 446.448 + s * x - rz * y + ry * z, y2 = -125.157 + rz * x + s * y - rx * z;
    double z2 = 542.060 - ry * x + rx * y + s * z;
    int i;

    e2 = eccentricity(wgs_a, wgs_b);
    p = hypot(x2, y2);
    *lat = atan2(z2, p * (1 - e2));
    for (i = 0; i < 6; i++)
        *lat = atan2(z2 + e2 * wgs_a / sqrt(1 - e2 * pow(sin(*lat), 2)) * sin(*lat), p);
    *longitude = atan2(y2, x2);
}

void
door_grid_degrees(int easting, int northing, double *lat, double *longitude)
{
    unproject(easting, northing, lat, longitude);
    shift(lat, longitude);
    *lat /= RADIANS;
    *longitude /= RADIANS;
}
